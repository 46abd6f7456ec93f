using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using PaymentBot.Bot.Telegram.Types;

namespace PaymentBot.Bot.Telegram.Wire;

/// <summary>
/// A request with uploads, as multipart/form-data: one plain part per parameter (objects as JSON text), one part per file, read from
/// its stream while it is sent.
/// </summary>
/// <remarks>Source: https://core.telegram.org/bots/api#sending-files.</remarks>
internal sealed class MultipartBody : RequestBody
{
    private readonly MultipartContent _parts = new("form-data")
    {
        // Telegram reads the raw UTF-8 bytes of filename="..."; it knows no RFC 5987 filename*.
        HeaderEncodingSelector = (_, _) => Encoding.UTF8,
    };

    private MultipartBody() => Headers.ContentType = _parts.Headers.ContentType;

    /// <summary>Opens every file; when one cannot be opened, closes the others and lets the exception through.</summary>
    /// <param name="json">The request as a JSON object; members that carry the name of a file part are left out.</param>
    /// <param name="files">The files by part.</param>
    /// <param name="cancellationToken">Stops the opening.</param>
    /// <returns>The body; it owns the streams.</returns>
    public static async ValueTask<MultipartBody> OpenAsync(
        ReadOnlyMemory<byte> json,
        IReadOnlyDictionary<string, InputFile.Upload> files,
        CancellationToken cancellationToken
    )
    {
        var body = new MultipartBody();
        try
        {
            body.AddFields(json, files);
            foreach (var (part, file) in files)
            {
                body.AddFile(part, file, await file.Open(cancellationToken));
            }

            return body;
        }
        catch
        {
            body.Dispose();
            throw;
        }
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override async Task SerializeToStreamAsync(
        Stream stream,
        TransportContext? context,
        CancellationToken cancellationToken
    )
    {
        // Cut off within a file, the form is of no use to Telegram: only the last byte makes the outcome unknown.
        await _parts.CopyToAsync(stream, context, cancellationToken);
        MayHaveArrived = true;
    }

    protected override bool TryComputeLength(out long length)
    {
        length = _parts.Headers.ContentLength ?? 0;
        return _parts.Headers.ContentLength is not null;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _parts.Dispose();
        }

        base.Dispose(disposing);
    }

    private void AddFields(ReadOnlyMemory<byte> json, IReadOnlyDictionary<string, InputFile.Upload> files)
    {
        using var request = JsonDocument.Parse(json);
        foreach (var field in request.RootElement.EnumerateObject().Where(field => !files.ContainsKey(field.Name)))
        {
            var value =
                field.Value.ValueKind == JsonValueKind.String ? field.Value.GetString() : field.Value.GetRawText();
            var part = new ByteArrayContent(Encoding.UTF8.GetBytes(value!));
            part.Headers.TryAddWithoutValidation("Content-Disposition", $"form-data; name=\"{field.Name}\"");
            _parts.Add(part);
        }
    }

    private void AddFile(string part, InputFile.Upload file, Stream stream)
    {
        var content = new StreamContent(stream);
        content.Headers.TryAddWithoutValidation(
            "Content-Disposition",
            $"form-data; name=\"{part}\"; filename=\"{SafeFileName(file.FileName)}\""
        );
        content.Headers.ContentType = MediaTypeHeaderValue.TryParse(file.ContentType, out var type)
            ? type
            : new MediaTypeHeaderValue("application/octet-stream");
        _parts.Add(content);
    }

    /// <summary>A name that ends neither the quoted string nor the header, and names no folder.</summary>
    private static string SafeFileName(string fileName)
    {
        var safe = string.Create(
            fileName.Length,
            fileName,
            static (target, name) =>
            {
                for (var i = 0; i < name.Length; i++)
                {
                    target[i] = name[i] switch
                    {
                        '"' => '\'',
                        '/' or '\\' => '_',
                        var c when char.IsControl(c) => '_',
                        var c => c,
                    };
                }
            }
        );
        return string.IsNullOrWhiteSpace(safe) ? "file" : safe;
    }
}
