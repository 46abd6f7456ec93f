using Microsoft.Azure.Functions.Worker;
using PaymentBot.Functions.Http;

namespace PaymentBot.Functions.Erp;

/// <summary><c>GET /api/erp/openapi.json</c>: the contract for tools. It tells nothing of requests or people, so it needs no signature.</summary>
public sealed class ErpOpenApiFunction
{
    private static readonly Lazy<byte[]> Document = new(OpenApiDocument.Write);

    /// <summary>Answers one call.</summary>
    /// <param name="request">The call.</param>
    [Function("ErpOpenApi")]
    public IResult Run(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = Routes.ErpOpenApi)] HttpRequest request
    ) => ErpAnswer.Json(Document.Value);
}
