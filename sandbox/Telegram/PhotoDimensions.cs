using System.Buffers.Binary;

namespace PaymentBot.Sandbox.Telegram;

/// <summary>Width and height out of a PNG or a JPEG, as the real server finds them.</summary>
internal static class PhotoDimensions
{
    private const int MaxSize = 10 * 1024 * 1024;
    private const int MaxSides = 10_000;
    private const int MaxRatio = 20;

    /// <exception cref="BotApiException">400: no picture, or one that is no photo.</exception>
    public static (int Width, int Height) Demand(byte[] content)
    {
        if (content.Length > MaxSize)
        {
            throw BotApiException.BadRequest("file is too big");
        }

        var (width, height) = Png(content) ?? Jpeg(content) ?? throw BotApiException.BadRequest("IMAGE_PROCESS_FAILED");
        var shorter = Math.Min(width, height);
        return shorter > 0 && width + height <= MaxSides && Math.Max(width, height) <= shorter * MaxRatio
            ? (width, height)
            : throw BotApiException.BadRequest("PHOTO_INVALID_DIMENSIONS");
    }

    private static (int Width, int Height)? Png(ReadOnlySpan<byte> content) =>
        content.Length >= 24 && content[..4].SequenceEqual((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G'])
            ? (BinaryPrimitives.ReadInt32BigEndian(content[16..]), BinaryPrimitives.ReadInt32BigEndian(content[20..]))
            : null;

    private static (int Width, int Height)? Jpeg(ReadOnlySpan<byte> content)
    {
        for (var at = 2; content is [0xFF, 0xD8, ..] && at + 9 <= content.Length && content[at] == 0xFF; )
        {
            if (content[at + 1] is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC))
            {
                return (
                    BinaryPrimitives.ReadUInt16BigEndian(content[(at + 7)..]),
                    BinaryPrimitives.ReadUInt16BigEndian(content[(at + 5)..])
                );
            }

            at += 2 + BinaryPrimitives.ReadUInt16BigEndian(content[(at + 2)..]);
        }

        return null;
    }
}
