using System.Buffers;

namespace PaymentBot.Sandbox.Api;

/// <summary><c>/t.me/{bot}?start=…</c>: stands in for Telegram's links to a bot. The page asks who presses Start.</summary>
internal static class DeepLinks
{
    private const int LongestPayload = 64;

    private static readonly SearchValues<char> Allowed = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-"
    );

    public static void Map(IEndpointRouteBuilder routes, string botUsername) =>
        routes.MapGet(
            "/t.me/{bot}",
            context =>
            {
                var payload = context.Request.Query["start"].ToString();
                var known = string.Equals(
                    (string?)context.Request.RouteValues["bot"],
                    botUsername,
                    StringComparison.OrdinalIgnoreCase
                );
                if (!known || payload.Length > LongestPayload || payload.AsSpan().ContainsAnyExcept(Allowed))
                {
                    throw new SandboxException("There is no such bot.", StatusCodes.Status404NotFound);
                }

                var headers = context.Response.Headers;
                headers.CacheControl = "no-store";
                headers["Referrer-Policy"] = "no-referrer";
                // Behind the number sign it stays in the browser.
                headers.Location = $"/#start={payload}";
                context.Response.StatusCode = StatusCodes.Status302Found;
                return Task.CompletedTask;
            }
        );
}
