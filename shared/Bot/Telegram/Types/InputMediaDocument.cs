namespace PaymentBot.Bot.Telegram.Types;

/// <summary>A document of an album.</summary>
/// <remarks>Source: https://core.telegram.org/bots/api#inputmediadocument.</remarks>
public sealed record InputMediaDocument : InputMedia
{
    /// <summary>Default true: otherwise a GIF or MP4 would come back as another kind of media with another kind of file_id.</summary>
    public bool DisableContentTypeDetection { get; init; } = true;
}
