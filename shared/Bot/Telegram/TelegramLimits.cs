namespace PaymentBot.Bot.Telegram;

/// <summary>Limits of the Bot API that callers have to reckon with.</summary>
/// <remarks>Source: https://core.telegram.org/bots/api.</remarks>
public static class TelegramLimits
{
    /// <summary>The most bytes of UTF-8 in a button's callback_data; at least one.</summary>
    public const int CallbackDataBytes = 64;

    /// <summary>The most results in the answer to an inline query.</summary>
    public const int InlineResults = 50;

    /// <summary>The most bytes of UTF-8 in an inline result's id; at least one.</summary>
    public const int InlineResultIdBytes = 64;

    /// <summary>The most bytes of UTF-8 in the offset that asks for more inline results.</summary>
    public const int InlineOffsetBytes = 64;

    /// <summary>The fewest items of an album.</summary>
    public const int AlbumMin = 2;

    /// <summary>The most items of an album.</summary>
    public const int AlbumMax = 10;

    /// <summary>The most bytes of a photo.</summary>
    public const long PhotoBytes = 10L * 1024 * 1024;

    /// <summary>The most that a photo's width and height may sum to, in pixels.</summary>
    public const int PhotoDimensions = 10_000;

    /// <summary>How many times longer one side of a photo may be than the other.</summary>
    public const int PhotoRatio = 20;
}
