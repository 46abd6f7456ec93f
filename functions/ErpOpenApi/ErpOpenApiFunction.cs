using PaymentBot.Functions.Http;

namespace PaymentBot.Functions.ErpOpenApi;

/// <summary><c>GET /api/erp/openapi.json</c>: the contract for tools. It tells nothing of requests or people, so it needs no signature.</summary>
internal static class ErpOpenApiFunction
{
    private static readonly Lazy<byte[]> Document = new(OpenApiDocument.Write);

    /// <summary>Answers one call.</summary>
    /// <param name="context">The call.</param>
    public static Task RunAsync(HttpContext context) => ErpAnswer.WriteJsonAsync(context, Document.Value);
}
