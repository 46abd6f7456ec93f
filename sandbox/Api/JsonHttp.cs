using System.Text.Json;
using System.Text.Json.Nodes;

namespace PaymentBot.Sandbox.Api;

/// <summary>Reads and writes the JSON API's bodies; anything refused is JSON with a message.</summary>
internal static class JsonHttp
{
    private static readonly JsonWriterOptions Readable = new()
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <exception cref="SandboxException">400: not a JSON object.</exception>
    public static async Task<JsonObject> ReadAsync(HttpContext context)
    {
        try
        {
            var body = await JsonNode.ParseAsync(context.Request.Body, cancellationToken: context.RequestAborted);
            return body as JsonObject ?? throw Bad("The body must be a JSON object.");
        }
        catch (JsonException)
        {
            throw Bad("The body is not JSON.");
        }
    }

    public static async Task WriteAsync(HttpContext context, JsonNode body, int status = StatusCodes.Status200OK)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json; charset=utf-8";
        context.Response.Headers.CacheControl = "no-store";
        await using (var writer = new Utf8JsonWriter(context.Response.BodyWriter, Readable))
        {
            body.WriteTo(writer);
        }

        await context.Response.CompleteAsync();
    }

    public static Task MessageAsync(HttpContext context, int status, string message) =>
        WriteAsync(context, new JsonObject { ["message"] = message }, status);

    /// <summary>A field that must be there.</summary>
    /// <exception cref="SandboxException">400: it is not, or is of another type.</exception>
    public static T Required<T>(JsonObject body, string name) =>
        Optional<T>(body, name) ?? throw Bad($"The field \"{name}\" is missing.");

    /// <exception cref="SandboxException">400: it is of another type.</exception>
    public static T? Optional<T>(JsonObject body, string name) =>
        body[name] switch
        {
            null => default,
            JsonValue value when value.TryGetValue<T>(out var result) => result,
            _ => throw Bad($"The field \"{name}\" has the wrong type."),
        };

    public static SandboxException Bad(string message) => new(message, StatusCodes.Status400BadRequest);
}
