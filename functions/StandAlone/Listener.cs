using PaymentBot.Bot.Settings;
using PaymentBot.Functions.Erp;
using PaymentBot.Functions.Http;
using PaymentBot.Functions.SignIn;
using PaymentBot.Functions.Telegram;

namespace PaymentBot.Functions.StandAlone;

/// <summary>Plays the HTTP triggers when the bot stands alone: which call goes to which function.</summary>
internal static class Listener
{
    /// <summary>Maps the routes. A function comes to life with its first call.</summary>
    /// <param name="app">The web server.</param>
    public static void MapFunctions(this WebApplication app)
    {
        var requests = app.Services.GetRequiredService<RequestActivity>();
        Map<TelegramWebhookFunction>("POST", Routes.TelegramWebhook, (it, request) => it.RunAsync(request));
        Map<HealthFunction>("GET", Routes.Health, (it, request) => it.RunAsync(request));
        Map<ErpNotifyFunction>("POST", Routes.ErpNotify, (it, request) => it.RunAsync(request));
        Map<ErpPeopleFunction>("POST", Routes.ErpPeople, (it, request) => it.RunAsync(request));
        Map<TimeProvider>("GET", Routes.ErpOpenApi, (_, request) => Task.FromResult(ErpOpenApiFunction.Run(request)));
        Map<ErpDecisionsFunction>("GET", Routes.ErpDecisions, (it, request) => it.RunAsync(request));
        Map<ErpDecisionsAckFunction>("POST", Routes.ErpDecisionsAck, (it, request) => it.RunAsync(request));
        Map<ErpRequestFunction>("GET", Routes.ErpRequest, (it, request) => it.RunAsync(request));
        Map<ErpAttachmentFunction>("PUT", Routes.ErpAttachment, (it, request) => it.RunAsync(request));
        Map<OAuthStartFunction>("GET", Routes.OAuthStart, (it, request) => it.RunAsync(request));
        Map<OAuthCallbackFunction>("GET", Routes.OAuthCallback, (it, request) => it.RunAsync(request));
        Map<OAuthCallbackFunction>("POST", Routes.OAuthCallback, (it, request) => it.RunAsync(request));

        void Map<TFunction>(string method, string route, Func<TFunction, HttpRequest, Task<IResult>> function)
            where TFunction : notnull =>
            app.MapMethods(
                PublicPaths.Prefix + route,
                [method],
                context => requests.RunAsync(context, called => AnswerAsync(called, function))
            );
    }

    private static async Task AnswerAsync<TFunction>(
        HttpContext context,
        Func<TFunction, HttpRequest, Task<IResult>> function
    )
        where TFunction : notnull
    {
        var result = await function(context.RequestServices.GetRequiredService<TFunction>(), context.Request);
        await result.ExecuteAsync(context);
    }
}
