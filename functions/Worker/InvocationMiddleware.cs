using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using PaymentBot.Functions.Http;
using PaymentBot.Functions.Observability;

namespace PaymentBot.Functions.Worker;

/// <summary>
/// Stands around every function: entries of the log name the invocation, and a call by HTTP is answered here, in an activity of its own and with its faults
/// mapped, exactly as in the other home. The worker itself would answer 200 to an exception.
/// </summary>
/// <param name="requests">Stands around calls by HTTP.</param>
/// <param name="logger">The log.</param>
internal sealed class InvocationMiddleware(RequestActivity requests, ILogger<InvocationMiddleware> logger)
    : IFunctionsWorkerMiddleware
{
    /// <inheritdoc />
    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        using var scope = logger.BeginScope(new InvocationScope(context.InvocationId));
        if (context.GetHttpContext() is { } http)
        {
            await requests.RunAsync(http, _ => AnswerAsync(context, http, next));
            return;
        }

        await next(context);
    }

    private static async Task AnswerAsync(FunctionContext context, HttpContext http, FunctionExecutionDelegate next)
    {
        await next(context);
        var outcome = context.GetInvocationResult();
        if (outcome.Value is IResult result)
        {
            // What is returned is also sent to the host, which has no use for it.
            outcome.Value = Results.Empty;
            await result.ExecuteAsync(http);
        }
    }
}
