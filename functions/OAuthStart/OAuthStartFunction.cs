using PaymentBot.Bot.People;
using PaymentBot.Bot.Settings;
using PaymentBot.Bot.SignIn;
using PaymentBot.Bot.SignIn.Google;
using PaymentBot.Functions.Http;
using PaymentBot.Functions.OAuthPages;

namespace PaymentBot.Functions.OAuthStart;

/// <summary><c>GET /api/oauth/start?ticket=</c>: ties the browser to the ticket and sends it to Google.</summary>
/// <param name="tickets">The sign-ins on their way.</param>
/// <param name="google">Google.</param>
/// <param name="cookie">The browser's cookie.</param>
/// <param name="settings">Where browsers reach the bot.</param>
/// <param name="pages">Answers.</param>
/// <param name="logger">The log.</param>
internal sealed partial class OAuthStartFunction(
    LoginTickets tickets,
    GoogleSignIn google,
    LoginCookie cookie,
    BotSettings settings,
    SignInPages pages,
    ILogger<OAuthStartFunction> logger
)
{
    /// <summary>Where it is.</summary>
    public const string Path = PublicPaths.OAuthStart;

    private const string InsistParameter = "here";

    /// <summary>Answers one call.</summary>
    /// <param name="context">The call.</param>
    public async Task RunAsync(HttpContext context)
    {
        if (context.Request.Query["ticket"] is not [{ Length: > 0 } ticket])
        {
            await pages.RefuseAsync(context, Refusal.Malformed);
            return;
        }

        if (await tickets.FindAsync(ticket, context.RequestAborted) is not { } stored)
        {
            Log.NoTicket(logger);
            await pages.RefuseAsync(context, Refusal.TicketGone);
            return;
        }

        if (EmbeddedBrowser.IsLikely(context.Request) && !context.Request.Query.ContainsKey(InsistParameter))
        {
            await AskForBrowserAsync(context, ticket);
            return;
        }

        if (await tickets.StartAsync(stored, context.RequestAborted) is not { } session)
        {
            await pages.RefuseAsync(context, Refusal.Overtaken);
            return;
        }

        Log.Started(logger, stored.Ticket.Account.UserId);
        cookie.Set(context.Response, session);
        PageAnswer.Redirect(context, google.AuthorizationAddress(session));
    }

    /// <summary>The ticket is alive here, so its text is one that we made.</summary>
    private Task AskForBrowserAsync(HttpContext context, string ticket)
    {
        var address = new Uri($"{settings.Bot.PublicUrl!.TrimEnd('/')}{Path}?ticket={ticket}");
        return pages.EmbeddedAsync(context, address, $"start?ticket={ticket}&{InsistParameter}=1");
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "A browser was tied to the sign-in of Telegram user {UserId}.")]
        public static partial void Started(ILogger logger, long userId);

        [LoggerMessage(2, LogLevel.Information, "A browser came with a ticket that does not count.")]
        public static partial void NoTicket(ILogger logger);
    }
}
