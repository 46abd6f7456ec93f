using System.Globalization;
using System.Text.Json;
using System.Text.Unicode;
using PaymentBot.Erp.Problems;

namespace PaymentBot.Erp.Snapshots;

/// <summary>Parses a body that nobody has looked at yet. Never throws, and never lets text of the body into a message.</summary>
internal static class JsonBody
{
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 32, AllowDuplicateProperties = false };

    private static ReadOnlySpan<byte> ByteOrderMark => "\uFEFF"u8;

    public static JsonDocument? Parse(ReadOnlyMemory<byte> body, out Problem? problem)
    {
        if (body.Span.StartsWith(ByteOrderMark))
        {
            body = body[ByteOrderMark.Length..];
        }

        if (!Utf8.IsValid(body.Span))
        {
            problem = ProblemKinds.NotJson.At(argument: "");
            return null;
        }

        try
        {
            problem = null;
            return JsonDocument.Parse(body, Options);
        }
        catch (JsonException e)
        {
            problem = ProblemKinds.NotJson.At(argument: Place(e));
            return null;
        }
        catch (InvalidOperationException)
        {
            // A field name with half a surrogate pair, met while looking for repeated names.
            problem = ProblemKinds.NotJson.At(argument: "");
            return null;
        }
    }

    /// <summary>Line and byte, counted from 1. The message of the exception may quote the body, so it stays unused.</summary>
    private static string Place(JsonException e) =>
        string.Create(CultureInfo.InvariantCulture, $" [{e.LineNumber + 1}:{e.BytePositionInLine + 1}]");
}
