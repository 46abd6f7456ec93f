using System.Text;
using Microsoft.Azure.Functions.Worker;
using PaymentBot.Bot.Requests;
using PaymentBot.Functions.Http;
using PaymentBot.Storage;

namespace PaymentBot.Functions;

/// <summary><c>GET /api/health</c>: live when it answers, ready when the storage answers too.</summary>
/// <param name="seen">Any store: one point read proves the storage.</param>
/// <param name="logger">The log.</param>
public sealed partial class HealthFunction(SeenStore seen, ILogger<HealthFunction> logger)
{
    private static readonly byte[] ReadyBody = Encoding.UTF8.GetBytes("""{"live":true,"ready":true}""");
    private static readonly byte[] NotReadyBody = Encoding.UTF8.GetBytes("""{"live":true,"ready":false}""");

    /// <summary>Answers one call.</summary>
    /// <param name="request">The call.</param>
    [Function("Health")]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Routes.Health)] HttpRequest request
    )
    {
        var isReady = await IsReadyAsync(request.HttpContext.RequestAborted);
        return new HttpAnswer(isReady ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable)
        {
            ContentType = "application/json",
            Body = isReady ? ReadyBody : NotReadyBody,
            NoStore = true,
        };
    }

    private async Task<bool> IsReadyAsync(CancellationToken cancellationToken)
    {
        try
        {
            await seen.FindAsync("health", cancellationToken);
            return true;
        }
        catch (StorageException exception)
        {
            Log.NotReady(logger, exception.ErrorCode);
            return false;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "Not ready: the storage answered {ErrorCode}.")]
        public static partial void NotReady(ILogger logger, string errorCode);
    }
}
