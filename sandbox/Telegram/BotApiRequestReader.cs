using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http.Features;

namespace PaymentBot.Sandbox.Telegram;

/// <summary>Reads a call in every form Telegram takes: query string, urlencoded, multipart, JSON.</summary>
internal static class BotApiRequestReader
{
    /// <summary>The largest upload, 50 MB (https://core.telegram.org/bots/api#senddocument).</summary>
    public const int MaxFile = 50 * 1024 * 1024;

    private const long MaxBody = MaxFile + (1024 * 1024);

    private static readonly FormOptions Form = new()
    {
        MultipartBodyLengthLimit = MaxBody,
        ValueLengthLimit = 1024 * 1024,
        BufferBodyLengthLimit = MaxBody,
    };

    public static async Task<BotApiRequest> ReadAsync(HttpContext context, string method)
    {
        if (context.Request.ContentLength > MaxBody)
        {
            throw new BotApiException(413, "Request Entity Too Large");
        }

        var parameters = new JsonObject();
        foreach (var (name, value) in context.Request.Query)
        {
            parameters[name] = value.ToString();
        }

        if (context.Request.HasFormContentType)
        {
            return await ReadFormAsync(context, method, parameters);
        }

        if (context.Request.HasJsonContentType())
        {
            await ReadJsonAsync(context, parameters);
        }

        return new BotApiRequest(method, parameters, BotApiRequest.NoFiles);
    }

    private static async Task ReadJsonAsync(HttpContext context, JsonObject parameters)
    {
        JsonNode? body;
        try
        {
            body = await JsonNode.ParseAsync(context.Request.Body, cancellationToken: context.RequestAborted);
        }
        catch (JsonException)
        {
            throw BotApiException.BadRequest("can't parse request JSON object");
        }

        if (body is not JsonObject fields)
        {
            throw BotApiException.BadRequest("request must be a JSON object");
        }

        foreach (var (name, value) in fields.ToArray())
        {
            fields.Remove(name);
            parameters[name] = value;
        }
    }

    private static async Task<BotApiRequest> ReadFormAsync(HttpContext context, string method, JsonObject parameters)
    {
        context.Features.Set<IFormFeature>(new FormFeature(context.Request, Form));
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        foreach (var (name, value) in form)
        {
            parameters[name] = value.ToString();
        }

        var files = new Dictionary<string, BotApiFile>(StringComparer.Ordinal);
        foreach (var part in form.Files)
        {
            if (part.Length > MaxFile)
            {
                throw new BotApiException(413, "Request Entity Too Large");
            }

            var content = new byte[part.Length];
            await using var stream = part.OpenReadStream();
            await stream.ReadExactlyAsync(content, context.RequestAborted);
            files[part.Name] = new BotApiFile(part.FileName, part.ContentType ?? "application/octet-stream", content);
        }

        return new BotApiRequest(method, parameters, files);
    }
}
