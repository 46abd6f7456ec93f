using System.Globalization;
using System.Runtime.InteropServices;

namespace PaymentBot.Storage.Sqlite.Queues;

/// <summary>The identity and receipt of a leased message as numbers.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct MessageKey(long Id, long Receipt)
{
    /// <summary>Reads the numbers of a message; none of another store's messages has any.</summary>
    public static MessageKey? From(QueueMessage message) =>
        ParseId(message.Id) is { } id && ParseId(message.PopReceipt) is { } receipt
            ? new MessageKey(id, receipt)
            : null;

    /// <summary>Reads an identity, or null when it is not one of ours.</summary>
    public static long? ParseId(string id) =>
        long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>Writes an identity or a receipt.</summary>
    public static string Format(long number) => number.ToString(CultureInfo.InvariantCulture);
}
