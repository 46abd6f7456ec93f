using System.Text.Json.Serialization;

namespace PaymentBot.Bot.Telegram.Types;

/// <summary>An item of an album.</summary>
/// <remarks>Source: https://core.telegram.org/bots/api#inputmedia.</remarks>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(InputMediaDocument), "document")]
[JsonDerivedType(typeof(InputMediaPhoto), "photo")]
public abstract record InputMedia
{
    private protected InputMedia() { }

    /// <summary>The file.</summary>
    [JsonPropertyOrder(-1)]
    public required InputFile Media { get; init; }

    /// <summary>Up to 1024 code points after parsing.</summary>
    public string? Caption { get; init; }

    /// <summary>One of <see cref="Types.ParseMode"/>.</summary>
    public string? ParseMode { get; init; }
}
