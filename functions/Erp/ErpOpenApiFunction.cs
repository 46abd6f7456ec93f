using Microsoft.Azure.Functions.Worker;

namespace PaymentBot.Functions.Erp;

/// <summary><c>GET /api/erp/openapi.json</c>: the contract for tools. It tells nothing of requests or people, so it needs no signature.</summary>
public static class ErpOpenApiFunction
{
    private static readonly Lazy<byte[]> Document = new(OpenApiDocument.Write);

    /// <summary>Answers one call.</summary>
    /// <param name="request">The call.</param>
    [Function("ErpOpenApi")]
    public static IResult Run(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = Routes.ErpOpenApi)] HttpRequest request
    ) => ErpAnswer.Json(Document.Value);
}
