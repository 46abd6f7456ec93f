namespace PaymentBot.Bot.Telegram.Types;

/// <summary>What a tap puts on the clipboard.</summary>
/// <remarks>Source: https://core.telegram.org/bots/api#copytextbutton.</remarks>
public sealed record CopyTextButton
{
    /// <summary>1 to 256 characters.</summary>
    public required string Text { get; init; }
}
