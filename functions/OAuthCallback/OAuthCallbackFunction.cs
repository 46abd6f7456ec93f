using Microsoft.Extensions.Primitives;
using PaymentBot.Bot.People;
using PaymentBot.Bot.Settings;
using PaymentBot.Bot.SignIn;
using PaymentBot.Functions.Http;
using PaymentBot.Functions.OAuthPages;

namespace PaymentBot.Functions.OAuthCallback;

/// <summary>
/// <c>GET /api/oauth/callback</c>: Google sends the browser back. It links nobody: it proves the mailbox, names the Telegram account that asked, and
/// hands out the code that this account has to bring.
/// </summary>
/// <param name="browsers">Knows the browser again.</param>
/// <param name="prover">Proves the mailbox.</param>
/// <param name="cookie">The browser's cookie.</param>
/// <param name="pages">Answers.</param>
/// <param name="logger">The log.</param>
internal sealed partial class OAuthCallbackFunction(
    BoundBrowsers browsers,
    MailboxProver prover,
    LoginCookie cookie,
    SignInPages pages,
    ILogger<OAuthCallbackFunction> logger
)
{
    /// <summary>Where it is.</summary>
    public const string Path = PublicPaths.OAuthCallback;

    private const int MaxCodeLength = 2048;

    /// <summary>Answers one call.</summary>
    /// <param name="context">The call.</param>
    public async Task RunAsync(HttpContext context)
    {
        var query = context.Request.Query;
        var (bound, refusal) = await browsers.FindAsync(context, query["state"]);
        if (bound is null)
        {
            await pages.RefuseAsync(context, refusal);
            return;
        }

        var stage = bound.Ticket.Ticket.Stage;
        if (stage != LoginStage.Started)
        {
            // A page that is loaded again; the form on it may still stop the sign-in, so the cookie stays.
            var known = stage is LoginStage.Proven or LoginStage.Used;
            await pages.RefuseAsync(context, known ? Refusal.AlreadyProven : Refusal.TicketGone);
            return;
        }

        if (query.TryGetValue("error", out var error))
        {
            await RefuseAsGoogleDidAsync(context, bound, error);
            return;
        }

        if (query["code"] is not [{ Length: > 0 and <= MaxCodeLength } code])
        {
            await pages.RefuseAsync(context, Refusal.Malformed);
            return;
        }

        await AnswerAsync(context, bound, await prover.ProveAsync(bound, code, context.RequestAborted));
    }

    private async Task AnswerAsync(HttpContext context, BoundBrowser bound, ProofOutcome outcome)
    {
        if (outcome is ProofOutcome.Proven proven)
        {
            // For as long as the code lives, the browser may say that it was not its owner who asked.
            cookie.Set(context.Response, bound.Session);
            var account = bound.Ticket.Ticket.Account;
            var view = new ContinueView
            {
                TelegramName = DisplayText.Clean(account.DisplayName),
                Username = account.Username,
                Mailbox = proven.Mailbox.Value,
                FinishAddress = proven.FinishAddress,
                State = bound.Session.State,
            };
            await pages.ContinueAsync(context, view);
            return;
        }

        var refused = (ProofOutcome.Refused)outcome;
        Log.Refused(logger, bound.Ticket.Ticket.Account.UserId, refused.Reason);
        if (refused.Reason != Refusal.AlreadyProven)
        {
            cookie.Remove(context.Response);
        }

        await pages.RefuseAsync(context, refused.Reason, refused.Mailbox?.Value);
    }

    /// <summary>Google's own no (https://developers.google.com/identity/protocols/oauth2/web-server#authorization-errors).</summary>
    private Task RefuseAsGoogleDidAsync(HttpContext context, BoundBrowser bound, StringValues error)
    {
        cookie.Remove(context.Response);
        Log.RefusedByGoogle(logger, bound.Ticket.Ticket.Account.UserId);
        return error.ToString() switch
        {
            "access_denied" => pages.RefuseAsync(context, Refusal.Cancelled),
            "disallowed_useragent" => pages.EmbeddedAsync(context, null, null),
            "server_error" or "temporarily_unavailable" => pages.RefuseAsync(context, Refusal.Unavailable),
            _ => pages.RefuseAsync(context, Refusal.NotProven),
        };
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "Google refused the sign-in of Telegram user {UserId}.")]
        public static partial void RefusedByGoogle(ILogger logger, long userId);

        [LoggerMessage(2, LogLevel.Warning, "The sign-in of Telegram user {UserId} was refused: {Reason}.")]
        public static partial void Refused(ILogger logger, long userId, Refusal reason);
    }
}
