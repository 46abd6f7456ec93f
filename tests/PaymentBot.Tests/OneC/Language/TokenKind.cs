namespace PaymentBot.Tests.OneC.Language;

internal enum TokenKind
{
    Name,
    Number,
    Text,
    Date,
    Sign,
    End,
}
