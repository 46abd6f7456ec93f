using PaymentBot.Bot.Settings;
using PaymentBot.Erp.Problems;
using PaymentBot.Functions.ErpAttachment;
using PaymentBot.Functions.ErpDecisions;
using PaymentBot.Functions.ErpDecisionsAck;
using PaymentBot.Functions.ErpNotify;
using PaymentBot.Functions.ErpOpenApi;
using PaymentBot.Functions.ErpPeople;
using PaymentBot.Functions.ErpRequest;
using PaymentBot.Functions.Health;
using PaymentBot.Functions.Http;
using PaymentBot.Functions.OAuthCallback;
using PaymentBot.Functions.OAuthPages;
using PaymentBot.Functions.OAuthStart;
using PaymentBot.Functions.TelegramWebhook;
using PaymentBot.Storage;

namespace PaymentBot.Functions.Hosting;

/// <summary>Which call goes to which function.</summary>
internal static class Routes
{
    /// <summary>Maps the routes. A function comes to life with its first call.</summary>
    /// <param name="routes">Where to map them.</param>
    public static void MapFunctions(this IEndpointRouteBuilder routes)
    {
        routes.MapPost(PublicPaths.TelegramWebhook, context => Get<TelegramWebhookFunction>(context).RunAsync(context));
        routes.MapGet("/api/health", context => Get<HealthFunction>(context).RunAsync(context));
        routes.MapPost("/api/erp/notify", Erp(context => Get<ErpNotifyFunction>(context).RunAsync(context)));
        routes.MapPost("/api/erp/people", Erp(context => Get<ErpPeopleFunction>(context).RunAsync(context)));
        routes.MapGet("/api/erp/openapi.json", ErpOpenApiFunction.RunAsync);
        routes.MapGet("/api/erp/decisions", Erp(context => Get<ErpDecisionsFunction>(context).RunAsync(context)));
        routes.MapPost(
            "/api/erp/decisions/ack",
            Erp(context => Get<ErpDecisionsAckFunction>(context).RunAsync(context))
        );
        routes.MapGet(
            "/api/erp/requests/{id}",
            Erp(context => Get<ErpRequestFunction>(context).RunAsync(context, Value(context, "id")))
        );
        routes.MapPut(
            "/api/erp/requests/{id}/attachments/{attachmentId}",
            Erp(context =>
                Get<ErpAttachmentFunction>(context)
                    .RunAsync(context, Value(context, "id"), Value(context, "attachmentId"))
            )
        );
        routes.MapSignIn();
    }

    private static void MapSignIn(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(OAuthStartFunction.Path, SignIn(context => Get<OAuthStartFunction>(context).RunAsync(context)));
        routes.MapGet(
            OAuthCallbackFunction.Path,
            SignIn(context => Get<OAuthCallbackFunction>(context).RunAsync(context))
        );
        routes.MapPost(
            OAuthCallbackFunction.Path,
            SignIn(context => Get<OAuthDenialFunction>(context).RunAsync(context))
        );
    }

    private static RequestDelegate SignIn(RequestDelegate function) =>
        context => Get<SignInGate>(context).RunAsync(context, function);

    private static T Get<T>(HttpContext context)
        where T : notnull => context.RequestServices.GetRequiredService<T>();

    private static string Value(HttpContext context, string name) => (string)context.Request.RouteValues[name]!;

    /// <summary>A storage that does not answer is a fault that passes: the ERP is asked to come again.</summary>
    private static RequestDelegate Erp(RequestDelegate function) =>
        async context =>
        {
            try
            {
                await function(context);
            }
            catch (StorageException) when (!context.Response.HasStarted)
            {
                await ErpAnswer.WriteAsync(context, ProblemKinds.StorageUnavailable.At());
            }
        };
}
