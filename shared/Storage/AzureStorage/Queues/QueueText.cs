using System.Buffers;
using System.Text;

namespace PaymentBot.Storage.AzureStorage.Queues;

/// <summary>The encoding of texts on the wire, as the Functions host has it: base64 of UTF-8.</summary>
internal static class QueueText
{
    /// <summary>The most bytes whose base64 still fits into a message of 64 KB.</summary>
    public const int MaxBytes = 48 * 1024;

    private static readonly UTF8Encoding StrictUtf8 = new(
        encoderShouldEmitUTF8Identifier: false,
        throwOnInvalidBytes: true
    );

    /// <summary>The bytes of a text.</summary>
    /// <exception cref="ArgumentException">UTF-8 cannot hold it.</exception>
    public static byte[] ToBytes(string text) => StrictUtf8.GetBytes(text);

    /// <summary>A text as it goes over the wire.</summary>
    public static string Encode(string text) => Convert.ToBase64String(StrictUtf8.GetBytes(text));

    /// <summary>The text of what came over the wire, or null when it is none in this encoding.</summary>
    public static string? Decode(string wire)
    {
        var rented = ArrayPool<byte>.Shared.Rent(wire.Length);
        try
        {
            return Convert.TryFromBase64String(wire, rented, out var length)
                ? StrictUtf8.GetString(rented, 0, length)
                : null;
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(rented);
        }
    }
}
