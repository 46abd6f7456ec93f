namespace PaymentBot.Sandbox.Telegram;

/// <summary>A button under a message.</summary>
/// <param name="Extra">The remaining fields as canonical JSON (style, copy_text, …), or null.</param>
internal sealed record InlineButton(string Text, string? CallbackData, string? Url, string? Extra = null);
