namespace PaymentBot.Sandbox.Telegram;

/// <summary>A formatted piece of a text (https://core.telegram.org/bots/api#messageentity).</summary>
/// <param name="Offset">In UTF-16 code units.</param>
/// <param name="Length">In UTF-16 code units.</param>
/// <param name="Detail">The address of a text_link, the language of a pre, the id of a custom_emoji.</param>
internal sealed record TextEntity(string Type, int Offset, int Length, string? Detail = null);
