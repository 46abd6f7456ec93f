using PaymentBot.Sandbox.Telegram;

namespace PaymentBot.Sandbox.Api;

/// <summary>The documents of the chats, to be opened from the page.</summary>
internal sealed class FilesApi(TelegramStandIn telegram)
{
    public void Map(IEndpointRouteBuilder routes) => routes.MapGet("/sandbox/files/{fileId}", FileAsync);

    private async Task FileAsync(HttpContext context)
    {
        var file =
            telegram.World.FindFile((string)context.Request.RouteValues["fileId"]!)
            ?? throw new SandboxException("There is no such file.", StatusCodes.Status404NotFound);
        // Only kinds without scripts are shown in place.
        var (type, kind) = file.ContentType switch
        {
            "text/plain" => ("text/plain; charset=utf-8", "inline"),
            "application/pdf" or "image/png" or "image/jpeg" => (file.ContentType, "inline"),
            _ => ("application/octet-stream", "attachment"),
        };
        var headers = context.Response.Headers;
        headers.ContentType = type;
        headers.XContentTypeOptions = "nosniff";
        headers.ContentDisposition = $"{kind}; filename*=UTF-8''{Uri.EscapeDataString(file.Name)}";
        await context.Response.Body.WriteAsync(file.Content, context.RequestAborted);
    }
}
