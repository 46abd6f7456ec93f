using System.Buffers;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace PaymentBot.Bot.Telegram.Wire;

/// <summary>A request as JSON in UTF-8.</summary>
internal sealed class JsonBody : RequestBody
{
    // Cyrillic stays two bytes a letter; the body is never part of an HTML page.
    private static readonly JsonWriterOptions WriterOptions = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true,
    };

    private readonly ReadOnlyMemory<byte> _json;

    private JsonBody(ReadOnlyMemory<byte> json)
    {
        _json = json;
        Headers.ContentType = new MediaTypeHeaderValue("application/json");
    }

    public static JsonBody Of<TRequest>(TRequest request, JsonTypeInfo<TRequest> type) => new(Serialize(request, type));

    public static ReadOnlyMemory<byte> Serialize<TRequest>(TRequest request, JsonTypeInfo<TRequest> type)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using var writer = new Utf8JsonWriter(buffer, WriterOptions);
        JsonSerializer.Serialize(writer, request, type);
        return buffer.WrittenMemory;
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override Task SerializeToStreamAsync(
        Stream stream,
        TransportContext? context,
        CancellationToken cancellationToken
    )
    {
        MayHaveArrived = true;
        return stream.WriteAsync(_json, cancellationToken).AsTask();
    }

    protected override bool TryComputeLength(out long length)
    {
        length = _json.Length;
        return true;
    }
}
