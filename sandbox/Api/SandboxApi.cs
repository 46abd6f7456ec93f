using System.Text.Json;
using PaymentBot.Sandbox.Hosting;
using PaymentBot.Sandbox.Telegram;

namespace PaymentBot.Sandbox.Api;

/// <summary>Puts the page and the JSON API together, and turns refusals into JSON.</summary>
internal static class SandboxApi
{
    public static void Map(WebApplication server, SandboxApplication sandbox, TimeSpan tapTimeout)
    {
        server.Use(GuardAsync);
        server.Use(
            async (context, next) =>
            {
                await sandbox.Ready.WaitAsync(context.RequestAborted);
                await next(context);
            }
        );
        PageFiles.Map(server);
        sandbox.Google.Map(server);
        new ChatsApi(sandbox.Telegram, tapTimeout).Map(server);
        new InlineApi(sandbox.Telegram, tapTimeout).Map(server);
        new FilesApi(sandbox.Telegram).Map(server);
        new ErpApi(sandbox.Erp).Map(server);
        new ControlApi(sandbox).Map(server);
        new GoogleApi(sandbox.Google).Map(server);
        new PeopleApi(sandbox).Map(server);
        new ClockApi(sandbox).Map(server);
        DeepLinks.Map(server, sandbox.Telegram.BotUsername);
        new EventStream(sandbox, server.Lifetime.ApplicationStopping).Map(server);
        server.MapFallback(context =>
            JsonHttp.MessageAsync(context, StatusCodes.Status404NotFound, "There is nothing at this address.")
        );
    }

    private static async Task GuardAsync(HttpContext context, RequestDelegate next)
    {
        try
        {
            await next(context);
        }
        catch (SandboxException refusal)
        {
            await JsonHttp.MessageAsync(context, refusal.Status, refusal.Message);
        }
        catch (BotApiException refusal)
        {
            await JsonHttp.MessageAsync(context, StatusCodes.Status404NotFound, refusal.Message);
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException or FormatException)
        {
            await JsonHttp.MessageAsync(
                context,
                StatusCodes.Status400BadRequest,
                $"The body is not what is expected: {broken.Message}"
            );
        }
    }
}
