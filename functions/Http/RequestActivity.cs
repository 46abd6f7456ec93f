using System.Diagnostics;
using PaymentBot.Bot.Jobs;
using PaymentBot.Bot.Settings;

namespace PaymentBot.Functions.Http;

/// <summary>
/// Stands around every function that is called by HTTP, in both homes: it runs in an activity of its own, and no exception leaves it. The web server's activity is
/// not used: it believes whatever <c>traceparent</c> a client sends, and we believe the ERP's only.
/// </summary>
/// <param name="logger">The log.</param>
internal sealed partial class RequestActivity(ILogger<RequestActivity> logger)
{
    private const string ErpPath = PublicPaths.Prefix + "erp";

    /// <summary>Runs one call.</summary>
    /// <param name="context">The call, whose route is known.</param>
    /// <param name="function">Answers it.</param>
    public async Task RunAsync(HttpContext context, RequestDelegate function)
    {
        var route = $"/{(context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText?.TrimStart('/')}";
        using var activity = FunctionActivity.Start(
            $"{context.Request.Method} {route}",
            ActivityKind.Server,
            TraceparentOf(context.Request)
        );
        activity.SetTag("http.request.method", context.Request.Method).SetTag("http.route", route);
        await AnswerAsync(context, function, activity);
        if (context.Response.StatusCode >= StatusCodes.Status500InternalServerError)
        {
            activity.SetStatus(ActivityStatusCode.Error);
        }

        activity.SetTag("http.response.status_code", context.Response.StatusCode);
    }

    private static string? TraceparentOf(HttpRequest request) =>
        request.Path.StartsWithSegments(ErpPath, StringComparison.OrdinalIgnoreCase)
            ? request.Headers.TraceParent.ToString()
            : null;

    private static bool IsHangUp(HttpContext context, Exception exception) =>
        exception is OperationCanceledException or IOException && context.RequestAborted.IsCancellationRequested;

    private async Task AnswerAsync(HttpContext context, RequestDelegate function, Activity activity)
    {
        try
        {
            await function(context);
        }
        catch (BadHttpRequestException malformed) when (!context.Response.HasStarted)
        {
            context.Response.Clear();
            context.Response.StatusCode = malformed.StatusCode;
        }
        catch (Exception exception) when (IsHangUp(context, exception))
        {
            // Nobody is there to be answered.
        }
#pragma warning disable CA1031 // A function's edge: logged here, while the log still knows which call it is.
        catch (Exception exception) when (!context.Response.HasStarted)
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
