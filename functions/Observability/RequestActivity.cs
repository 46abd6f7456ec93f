using System.Diagnostics;
using PaymentBot.Bot.Jobs;

namespace PaymentBot.Functions.Observability;

/// <summary>
/// Runs an HTTP function in an activity of its own. The web server's activity is not used: it believes whatever <c>traceparent</c> a client sends, and we believe
/// the ERP's only.
/// </summary>
/// <param name="next">The function.</param>
/// <param name="logger">The log.</param>
internal sealed partial class RequestActivity(RequestDelegate next, ILogger<RequestActivity> logger)
{
    private const string ErpPath = "/api/erp";

    /// <summary>Runs one call.</summary>
    /// <param name="context">The call.</param>
    public async Task InvokeAsync(HttpContext context)
    {
        if (
            context.GetEndpoint() is not RouteEndpoint endpoint
            || !context.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase)
        )
        {
            await next(context);
            return;
        }

        var route = endpoint.RoutePattern.RawText;
        using var activity = FunctionActivity.Start(
            $"{context.Request.Method} {route}",
            ActivityKind.Server,
            TraceparentOf(context.Request)
        );
        activity.SetTag("http.request.method", context.Request.Method).SetTag("http.route", route);
        await RunAsync(context, activity);
        activity.SetTag("http.response.status_code", context.Response.StatusCode);
    }

    private static string? TraceparentOf(HttpRequest request) =>
        request.Path.StartsWithSegments(ErpPath, StringComparison.OrdinalIgnoreCase)
            ? request.Headers.TraceParent.ToString()
            : null;

    private static bool IsHangUp(HttpContext context, Exception exception) =>
        exception is BadHttpRequestException
        || (exception is OperationCanceledException or IOException && context.RequestAborted.IsCancellationRequested);

    private async Task RunAsync(HttpContext context, Activity activity)
    {
        try
        {
            await next(context);
            if (context.Response.StatusCode >= StatusCodes.Status500InternalServerError)
            {
                activity.SetStatus(ActivityStatusCode.Error);
            }
        }
#pragma warning disable CA1031 // A function's edge: logged here, while the log still knows which call it is.
        catch (Exception exception) when (!IsHangUp(context, exception) && !context.Response.HasStarted)
#pragma warning restore CA1031
        {
            activity.Fail(exception);
            Log.Failed(logger, exception, activity.DisplayName);
            context.Response.Clear();
            context.Response.StatusCode = StatusCodes.Status500InternalServerError;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "{Call} failed.")]
        public static partial void Failed(ILogger logger, Exception exception, string call);
    }
}
