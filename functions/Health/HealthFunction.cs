using System.Text;
using PaymentBot.Bot.Requests;
using PaymentBot.Storage;

namespace PaymentBot.Functions.Health;

/// <summary><c>GET /api/health</c>: live when it answers, ready when the storage answers too.</summary>
/// <param name="seen">Any store: one point read proves the storage.</param>
/// <param name="logger">The log.</param>
internal sealed partial class HealthFunction(SeenStore seen, ILogger<HealthFunction> logger)
{
    private static readonly byte[] ReadyBody = Encoding.UTF8.GetBytes("""{"live":true,"ready":true}""");
    private static readonly byte[] NotReadyBody = Encoding.UTF8.GetBytes("""{"live":true,"ready":false}""");

    /// <summary>Answers one call.</summary>
    /// <param name="context">The call.</param>
    public async Task RunAsync(HttpContext context)
    {
        var ready = await IsReadyAsync(context.RequestAborted);
        context.Response.StatusCode = ready ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable;
        context.Response.ContentType = "application/json";
        context.Response.Headers.CacheControl = "no-store";
        await context.Response.Body.WriteAsync(ready ? ReadyBody : NotReadyBody, context.RequestAborted);
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
