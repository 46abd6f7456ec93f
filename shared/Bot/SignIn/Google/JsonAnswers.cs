using System.Net;
using System.Text.Json;

namespace PaymentBot.Bot.SignIn.Google;

/// <summary>
/// Lets only JSON objects of a sensible size through. Anything else, such as the page of a proxy, becomes an error of the server, whatever its
/// status: the flow classes would stumble over it, or take a proxy's 400 for Google's.
/// </summary>
internal sealed class JsonAnswers(HttpMessageHandler inner) : DelegatingHandler(inner)
{
    private const int MaxBytes = 256 * 1024;

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        var response = await base.SendAsync(request, cancellationToken);
        var body = await ReadAsync(response.Content, cancellationToken);
        response.Content.Dispose();
        if (!IsObject(body))
        {
            response.StatusCode = HttpStatusCode.BadGateway;
            body = "{\"error\":\"unreadable_answer\"}"u8.ToArray();
        }

        response.Content = new ByteArrayContent(body);
        return response;
    }

    private static async Task<byte[]> ReadAsync(HttpContent content, CancellationToken cancellationToken)
    {
        await using var stream = await content.ReadAsStreamAsync(cancellationToken);
        var buffer = new byte[MaxBytes + 1];
        var length = await stream.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken);
        return length > MaxBytes ? [] : buffer[..length];
    }

    private static bool IsObject(byte[] body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            return document.RootElement.ValueKind == JsonValueKind.Object;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
