using System.Buffers.Binary;

namespace PaymentBot.Bot.Delivery.Sending;

/// <summary>
/// Reads width and height of a PNG (https://www.w3.org/TR/png-3/#11IHDR) or a JPEG (ITU-T T.81, B.2.2) out of its beginning. Nothing is decoded, so a picture
/// that lies about itself costs nothing; Telegram refuses it, and it goes as a document.
/// </summary>
internal static class PictureHeader
{
    /// <summary>A JPEG may carry much before its frame: a preview, a colour profile.</summary>
    private const int MaxHeader = 256 * 1024;

    private const int PngLength = 24;
    private const int FrameLength = 9;

    private static ReadOnlySpan<byte> PngStart => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    /// <summary>Reads the size.</summary>
    /// <param name="content">The file from its beginning; at most 256 KB are read.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>Width and height in pixels, or null when it is no such picture.</returns>
    public static async ValueTask<(long Width, long Height)?> ReadAsync(
        Stream content,
        CancellationToken cancellationToken
    )
    {
        var header = new byte[MaxHeader];
        var length = await content.ReadAtLeastAsync(header, MaxHeader, throwOnEndOfStream: false, cancellationToken);
        return Read(header.AsSpan(0, length));
    }

    /// <summary>Reads the size out of the first bytes of a file.</summary>
    /// <param name="header">The first bytes.</param>
    /// <returns>Width and height in pixels, or null when it is no such picture.</returns>
    public static (long Width, long Height)? Read(ReadOnlySpan<byte> header)
    {
        if (header.StartsWith(PngStart))
        {
            return header.Length < PngLength
                ? null
                : (
                    BinaryPrimitives.ReadUInt32BigEndian(header[16..]),
                    BinaryPrimitives.ReadUInt32BigEndian(header[20..])
                );
        }

        return header is [0xFF, 0xD8, ..] ? ReadJpeg(header) : null;
    }

    private static (long Width, long Height)? ReadJpeg(ReadOnlySpan<byte> header)
    {
        var at = 2;
        while (at + FrameLength <= header.Length && header[at] == 0xFF)
        {
            var marker = header[at + 1];
            if (IsFrame(marker))
            {
                return (
                    BinaryPrimitives.ReadUInt16BigEndian(header[(at + 7)..]),
                    BinaryPrimitives.ReadUInt16BigEndian(header[(at + 5)..])
                );
            }

            // A fill byte before a marker stands alone; every other segment here says how long it is.
            at += marker == 0xFF ? 1 : 2 + BinaryPrimitives.ReadUInt16BigEndian(header[(at + 2)..]);
        }

        return null;
    }

    /// <summary>Start of frame, without the tables that share its range.</summary>
    private static bool IsFrame(byte marker) => marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC);
}
