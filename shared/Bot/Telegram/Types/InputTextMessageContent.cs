namespace PaymentBot.Bot.Telegram.Types;

/// <summary>The text that an inline result sends.</summary>
/// <remarks>Source: https://core.telegram.org/bots/api#inputtextmessagecontent.</remarks>
public sealed record InputTextMessageContent
{
    /// <summary>1 to 4096 code points after parsing.</summary>
    public required string MessageText { get; init; }

    /// <summary>One of <see cref="Types.ParseMode"/>; null for plain text.</summary>
    public string? ParseMode { get; init; }

    /// <summary>How links are shown.</summary>
    public LinkPreviewOptions? LinkPreviewOptions { get; init; }
}
