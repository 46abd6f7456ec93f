namespace PaymentBot.OneScript;

/// <summary>One word of a source.</summary>
/// <param name="Text">As written; a string or date without its quotes.</param>
internal readonly record struct Token(TokenKind Kind, string Text, int Line)
{
    public bool Is(string text) =>
        Kind is TokenKind.Name or TokenKind.Sign && string.Equals(Text, text, StringComparison.OrdinalIgnoreCase);
}
