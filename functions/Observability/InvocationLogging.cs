namespace PaymentBot.Functions.Observability;

/// <summary>Puts the host's identity of a call on every line that is logged during it.</summary>
/// <param name="next">The call's work.</param>
/// <param name="logger">The log.</param>
internal sealed class InvocationLogging(RequestDelegate next, ILogger<InvocationLogging> logger)
{
    /// <summary>Runs one call.</summary>
    /// <param name="context">The call.</param>
    public async Task InvokeAsync(HttpContext context)
    {
        using var scope = InvocationScope.IdOf(context.Request) is { } id
            ? logger.BeginScope(new InvocationScope(id))
            : null;
        await next(context);
    }
}
