using PaymentBot.Bot.People;
using PaymentBot.Bot.Settings;
using PaymentBot.Bot.SignIn;
using PaymentBot.Bot.SignIn.Google;
using PaymentBot.Functions.SignIn.Pages;

namespace PaymentBot.Functions.SignIn;

/// <summary><c>GET /api/oauth/start?ticket=</c>: ties the browser to the ticket and sends it to Google.</summary>
/// <param name="tickets">The sign-ins on their way.</param>
/// <param name="google">Google.</param>
/// <param name="cookie">The browser's cookie.</param>
/// <param name="settings">Where browsers reach the bot.</param>
/// <param name="pages">Answers.</param>
/// <param name="logger">The log.</param>
internal sealed partial class SignInStart(
    LoginTickets tickets,
    GoogleSignIn google,
    LoginCookie cookie,
    BotSettings settings,
    SignInPages pages,
    ILogger<SignInStart> logger
)
{
    private const string InsistParameter = "here";

    /// <summary>Answers one call.</summary>
    /// <param name="request">The call.</param>
    public async Task<IResult> AnswerAsync(HttpRequest request)
    {
        if (request.Query["ticket"] is not [{ Length: > 0 } ticket])
        {
            return pages.Refuse(request, Refusal.Malformed);
        }

        if (await tickets.FindAsync(ticket, request.HttpContext.RequestAborted) is not { } stored)
        {
            Log.NoTicket(logger);
            return pages.Refuse(request, Refusal.TicketGone);
        }

        if (EmbeddedBrowser.IsLikely(request) && !request.Query.ContainsKey(InsistParameter))
        {
            return AskForBrowser(request, ticket);
        }

        if (await tickets.StartAsync(stored, request.HttpContext.RequestAborted) is not { } session)
        {
            return pages.Refuse(request, Refusal.Overtaken);
        }

        Log.Started(logger, stored.Ticket.Account.UserId);
        cookie.Set(request.HttpContext.Response, session);
        return PageAnswer.Redirect(google.AuthorizationAddress(session));
    }

    /// <summary>The ticket is alive here, so its text is one that we made.</summary>
    private IResult AskForBrowser(HttpRequest request, string ticket)
    {
        var address = new Uri($"{settings.Bot.PublicUrl!.TrimEnd('/')}{PublicPaths.OAuthStart}?ticket={ticket}");
        return pages.Embedded(request, address, $"start?ticket={ticket}&{InsistParameter}=1");
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "A browser was tied to the sign-in of Telegram user {UserId}.")]
        public static partial void Started(ILogger logger, long userId);

        [LoggerMessage(2, LogLevel.Information, "A browser came with a ticket that does not count.")]
        public static partial void NoTicket(ILogger logger);
    }
}
