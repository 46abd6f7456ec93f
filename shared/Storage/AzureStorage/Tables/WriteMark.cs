using System.Buffers.Text;
using System.Security.Cryptography;

namespace PaymentBot.Storage.AzureStorage.Tables;

/// <summary>
/// Each write of a row leaves a mark of its own in it. When an attempt ended without an answer and the next one finds a row, the mark tells whether
/// it is the trace of the first or somebody else's, which may have the same contents.
/// </summary>
internal static class WriteMark
{
    /// <summary>The property that holds it; the port never shows it.</summary>
    public const string PropertyName = "WriteMark";

    private const int ByteLength = 9;

    /// <summary>A new mark, 12 characters.</summary>
    public static string Create()
    {
        Span<byte> bytes = stackalloc byte[ByteLength];
        RandomNumberGenerator.Fill(bytes);
        return Base64Url.EncodeToString(bytes);
    }
}
