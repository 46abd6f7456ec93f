namespace PaymentBot.Sandbox.Telegram;

/// <summary>A start tag that has not been closed yet.</summary>
/// <param name="Name">Lower-case name as written, for error texts.</param>
/// <param name="Type">The entity it makes.</param>
/// <param name="Start">Where it began in the parsed text, in UTF-16 code units.</param>
internal sealed record HtmlTag(string Name, string Type, int Start, string? Detail);
