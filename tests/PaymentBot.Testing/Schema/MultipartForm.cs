using System.Net.Http.Headers;
using System.Text;
using System.Text.RegularExpressions;

namespace PaymentBot.Testing.Schema;

/// <summary>Reads multipart/form-data strictly, from bytes: names and file names are raw UTF-8 in quotes.</summary>
internal static partial class MultipartForm
{
    private static readonly UTF8Encoding StrictUtf8 = new(false, throwOnInvalidBytes: true);

    public static BotApiRequest Parse(string contentType, ReadOnlySpan<byte> body)
    {
        var boundary = MediaTypeHeaderValue
            .Parse(contentType)
            .Parameters.FirstOrDefault(parameter => parameter.Name is "boundary")
            ?.Value?.Trim('"');
        if (boundary is null)
        {
            return BotApiRequest.Broken("the form has no boundary");
        }

        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        var files = new Dictionary<string, UploadedFile>(StringComparer.Ordinal);
        try
        {
            return ReadParts(boundary, body, texts, files) is { } fault
                ? BotApiRequest.Broken(fault)
                : BotApiRequest.FromForm(texts, files);
        }
        catch (DecoderFallbackException)
        {
            return BotApiRequest.Broken("the form is not UTF-8");
        }
    }

    private static string? ReadParts(
        string boundary,
        ReadOnlySpan<byte> body,
        Dictionary<string, string> texts,
        Dictionary<string, UploadedFile> files
    )
    {
        var first = Encoding.ASCII.GetBytes($"--{boundary}\r\n");
        var next = Encoding.ASCII.GetBytes($"\r\n--{boundary}");
        if (!body.StartsWith(first))
        {
            return "the form does not begin with its boundary";
        }

        body = body[first.Length..];
        while (true)
        {
            var end = body.IndexOf(next);
            if (end < 0)
            {
                return "the form has no closing boundary";
            }

            if (ReadPart(body[..end], texts, files) is { } fault)
            {
                return fault;
            }

            body = body[(end + next.Length)..];
            if (body.StartsWith("--"u8))
            {
                return null;
            }

            body = body[2..];
        }
    }

    private static string? ReadPart(
        ReadOnlySpan<byte> part,
        Dictionary<string, string> texts,
        Dictionary<string, UploadedFile> files
    )
    {
        var split = part.IndexOf("\r\n\r\n"u8);
        if (split < 0)
        {
            return "a part has no headers";
        }

        var headers = StrictUtf8.GetString(part[..split]);
        var content = part[(split + 4)..];
        var disposition = Disposition().Match(headers);
        if (!disposition.Success)
        {
            return $"a part has no usable Content-Disposition: {headers}";
        }

        var name = disposition.Groups["name"].Value;
        var isNew = disposition.Groups["file"].Success
            ? files.TryAdd(name, new(disposition.Groups["file"].Value, ContentType(headers), content.ToArray()))
            : texts.TryAdd(name, StrictUtf8.GetString(content));
        return isNew ? null : $"the part '{name}' stands twice";
    }

    private static string? ContentType(string headers) =>
        TypeHeader().Match(headers) is { Success: true } match ? match.Groups["type"].Value.Trim() : null;

    [GeneratedRegex(
        """^Content-Disposition: form-data; name=("(?<name>[^"\r\n]+)"|(?<name>[^";\s]+))(; filename="(?<file>[^"\r\n]+)")?\r?$""",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase,
        1000
    )]
    private static partial Regex Disposition();

    [GeneratedRegex(
        """^Content-Type: (?<type>[^\r\n]+)\r?$""",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase,
        1000
    )]
    private static partial Regex TypeHeader();
}
