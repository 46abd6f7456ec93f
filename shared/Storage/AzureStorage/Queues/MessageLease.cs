using System.Runtime.InteropServices;

namespace PaymentBot.Storage.AzureStorage.Queues;

/// <summary>What a receipt of the port holds: the service's receipt and, for a body that lies in a blob, the text that points there.</summary>
/// <param name="Receipt">The service's receipt; holds no space.</param>
/// <param name="Pointer">The text that points to the blob, or null.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct MessageLease(string Receipt, string? Pointer)
{
    private const char Separator = ' ';

    /// <summary>Reads a receipt of the port.</summary>
    public static MessageLease Parse(string popReceipt)
    {
        var separator = popReceipt.IndexOf(Separator, StringComparison.Ordinal);
        return separator < 0
            ? new MessageLease(popReceipt, Pointer: null)
            : new MessageLease(popReceipt[..separator], popReceipt[(separator + 1)..]);
    }

    /// <summary>The receipt of the port.</summary>
    public string ToPopReceipt() => Pointer is null ? Receipt : $"{Receipt}{Separator}{Pointer}";
}
