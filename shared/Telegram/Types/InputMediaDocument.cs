namespace PaymentBot.Telegram.Types;

/// <summary>A document of an album.</summary>
/// <remarks>Source: https://core.telegram.org/bots/api#inputmediadocument.</remarks>
public sealed record InputMediaDocument
{
    /// <summary>The discriminator.</summary>
    public string Type { get; } = "document";

    /// <summary>The file.</summary>
    public required InputFile Media { get; init; }

    /// <summary>Up to 1024 code points after parsing.</summary>
    public string? Caption { get; init; }

    /// <summary>One of <see cref="Types.ParseMode"/>.</summary>
    public string? ParseMode { get; init; }

    /// <summary>Default true: otherwise a GIF or MP4 would come back as another kind of media with another kind of file_id.</summary>
    public bool DisableContentTypeDetection { get; init; } = true;
}
