namespace PaymentBot.Sandbox.Api;

/// <summary>The page, from the resources of the assembly.</summary>
internal static class PageFiles
{
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
        + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    public static void Map(IEndpointRouteBuilder routes)
    {
        Add(routes, "/", "index.html", "text/html; charset=utf-8");
        Add(routes, "/app.css", "app.css", "text/css; charset=utf-8");
        foreach (
            var script in new[]
            {
                "app.js",
                "texts.js",
                "render.js",
                "erp.js",
                "people.js",
                "start.js",
                "clock.js",
                "topics.js",
                "inline.js",
            }
        )
        {
            Add(routes, $"/{script}", script, "text/javascript; charset=utf-8");
        }
    }

    private static void Add(IEndpointRouteBuilder routes, string path, string resource, string contentType) =>
        routes.MapGet(
            path,
            async (HttpContext context) =>
            {
                var headers = context.Response.Headers;
                headers.ContentType = contentType;
                headers.CacheControl = "no-cache";
                headers.ContentSecurityPolicy = Policy;
                headers.XContentTypeOptions = "nosniff";
                await using var file =
                    typeof(PageFiles).Assembly.GetManifestResourceStream(resource)
                    ?? throw new SandboxException("The page is missing from the build.", StatusCodes.Status404NotFound);
                await file.CopyToAsync(context.Response.Body, context.RequestAborted);
            }
        );
}
