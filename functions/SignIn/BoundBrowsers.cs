using Microsoft.Extensions.Primitives;
using PaymentBot.Bot.People;
using PaymentBot.Bot.SignIn;

namespace PaymentBot.Functions.SignIn;

/// <summary>Knows a browser again: by the cookie it was given, and by the state that only a page of that sign-in carries.</summary>
/// <param name="tickets">The sign-ins on their way.</param>
/// <param name="cookie">The browser's cookie.</param>
/// <param name="logger">The log.</param>
internal sealed partial class BoundBrowsers(LoginTickets tickets, LoginCookie cookie, ILogger<BoundBrowsers> logger)
{
    /// <summary>Finds the sign-in of a browser. Who fails here changes nothing: the sign-in it aimed at goes on for its owner.</summary>
    /// <param name="request">The call.</param>
    /// <param name="state">The state that came with it, whatever the client sent.</param>
    /// <returns>The browser, or why it is none of ours.</returns>
    public async Task<(BoundBrowser? Browser, Refusal Refusal)> FindAsync(HttpRequest request, StringValues state)
    {
        if (cookie.Read(request) is not { } text)
        {
            Log.NoCookie(logger);
            return (null, Refusal.NoCookie);
        }

        if (await tickets.FindByBrowserAsync(text, request.HttpContext.RequestAborted) is not { } found)
        {
            Log.NotBound(logger);
            cookie.Remove(request.HttpContext.Response);
            return (null, Refusal.OtherBrowser);
        }

        if (state is not [var given] || !found.Session.IsState(given))
        {
            Log.OtherState(logger, found.Ticket.Ticket.Account.UserId);
            return (null, Refusal.OtherBrowser);
        }

        return (new BoundBrowser(found.Ticket, found.Session), default);
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "Security: a sign-in came back to a browser that has no cookie.")]
        public static partial void NoCookie(ILogger logger);

        [LoggerMessage(2, LogLevel.Warning, "Security: a browser's cookie belongs to no sign-in, or its time is over.")]
        public static partial void NotBound(ILogger logger);

        [LoggerMessage(
            3,
            LogLevel.Warning,
            "Security: a browser that is tied to the sign-in of Telegram user {UserId} came with the state of another."
        )]
        public static partial void OtherState(ILogger logger, long userId);
    }
}
