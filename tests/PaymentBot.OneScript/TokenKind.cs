namespace PaymentBot.OneScript;

internal enum TokenKind
{
    Name,
    Number,
    Text,
    Date,
    Sign,
    End,
}
