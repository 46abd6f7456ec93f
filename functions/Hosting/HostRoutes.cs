using Microsoft.AspNetCore.Http.Features;
using PaymentBot.Functions.Deliver;
using PaymentBot.Functions.FanOut;
using PaymentBot.Functions.Housekeeping;
using PaymentBot.Functions.SubmitDecision;

namespace PaymentBot.Functions.Hosting;

/// <summary>
/// What the Functions host calls besides the HTTP functions: the sign of life, and each queue and timer function under the name of its folder. All come
/// through one listener, so whatever came from outside is refused here.
/// </summary>
internal static class HostRoutes
{
    /// <summary>The host sets it on every call it passes on, whatever the client sent, and on no call of its own.</summary>
    private const string PassedOnHeader = "x-ms-invocation-id";

    /// <summary>Maps the routes. A function comes to life with its first call.</summary>
    /// <param name="routes">Where to map them.</param>
    public static void MapHost(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/", _ => Task.CompletedTask);
        routes.MapQueue<FanOutFunction>("/FanOut");
        routes.MapQueue<DeliverFunction>("/Deliver");
        routes.MapQueue<SubmitDecisionFunction>("/SubmitDecision");
        routes.MapTimer<HousekeepingFunction>("/Housekeeping");
    }

    private static void MapQueue<TFunction>(this IEndpointRouteBuilder routes, string path)
        where TFunction : class, IQueueFunction =>
        routes.MapOwn(path, context => Get<EnvelopeHandler>(context).RunAsync(context, Get<TFunction>(context)));

    private static void MapTimer<TFunction>(this IEndpointRouteBuilder routes, string path)
        where TFunction : class, ITimerFunction =>
        routes.MapOwn(path, context => Get<EnvelopeHandler>(context).RunAsync(context, Get<TFunction>(context)));

    private static void MapOwn(this IEndpointRouteBuilder routes, string path, RequestDelegate function) =>
        routes.Map(
            path,
            context =>
            {
                if (IsHostsOwn(context, path))
                {
                    return function(context);
                }

                // As where nothing is: routing by itself would tell which methods there are.
                context.Response.StatusCode = StatusCodes.Status404NotFound;
                return Task.CompletedTask;
            }
        );

    /// <summary>Compares what was sent, letter by letter: routing forgives case, escapes and detours by <c>..</c>, the host never writes them.</summary>
    private static bool IsHostsOwn(HttpContext context, string path) =>
        HttpMethods.IsPost(context.Request.Method)
        && !context.Request.Headers.ContainsKey(PassedOnHeader)
        && string.Equals(context.Features.Get<IHttpRequestFeature>()?.RawTarget, path, StringComparison.Ordinal);

    private static T Get<T>(HttpContext context)
        where T : notnull => context.RequestServices.GetRequiredService<T>();
}
