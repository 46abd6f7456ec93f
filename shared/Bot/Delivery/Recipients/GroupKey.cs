using PaymentBot.Storage;

namespace PaymentBot.Bot.Delivery.Recipients;

/// <summary>What the ERP calls a group: 1 to 64 characters, compared without case.</summary>
public static class GroupKey
{
    /// <summary>The longest key, in UTF-16 units; the ERP's snapshots have the same limit.</summary>
    public const int MaxLength = 64;

    /// <summary>Whether a text can be a key.</summary>
    /// <param name="text">Text from outside.</param>
    public static bool IsValid(string text) =>
        text.Length is > 0 and <= MaxLength
        && !text.Any(symbol => char.IsWhiteSpace(symbol) || char.IsControl(symbol))
        && text[0] != '/';

    /// <summary>The storage key, the same for every way to write a key.</summary>
    /// <param name="key">The key.</param>
    public static string RowOf(string key) => StorageKey.Of(key.ToLowerInvariant());
}
