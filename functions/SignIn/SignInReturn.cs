using Microsoft.Extensions.Primitives;
using PaymentBot.Bot.People;
using PaymentBot.Bot.SignIn;
using PaymentBot.Functions.SignIn.Pages;

namespace PaymentBot.Functions.SignIn;

/// <summary>
/// <c>GET /api/oauth/callback</c>: Google sends the browser back. It links nobody: it proves the mailbox, names the Telegram account that asked, and
/// hands out the code that this account has to bring.
/// </summary>
/// <param name="browsers">Knows the browser again.</param>
/// <param name="prover">Proves the mailbox.</param>
/// <param name="cookie">The browser's cookie.</param>
/// <param name="pages">Answers.</param>
/// <param name="logger">The log.</param>
internal sealed partial class SignInReturn(
    BoundBrowsers browsers,
    MailboxProver prover,
    LoginCookie cookie,
    SignInPages pages,
    ILogger<SignInReturn> logger
)
{
    private const int MaxCodeLength = 2048;

    /// <summary>Answers one call.</summary>
    /// <param name="request">The call.</param>
    public async Task<IResult> AnswerAsync(HttpRequest request)
    {
        var query = request.Query;
        var (bound, refusal) = await browsers.FindAsync(request, query["state"]);
        if (bound is null)
        {
            return pages.Refuse(request, refusal);
        }

        var stage = bound.Ticket.Ticket.Stage;
        if (stage != LoginStage.Started)
        {
            // A page that is loaded again; the form on it may still stop the sign-in, so the cookie stays.
            var known = stage is LoginStage.Proven or LoginStage.Used;
            return pages.Refuse(request, known ? Refusal.AlreadyProven : Refusal.TicketGone);
        }

        if (query.TryGetValue("error", out var error))
        {
            return RefuseAsGoogleDid(request, bound, error);
        }

        if (query["code"] is not [{ Length: > 0 and <= MaxCodeLength } code])
        {
            return pages.Refuse(request, Refusal.Malformed);
        }

        return Answer(request, bound, await prover.ProveAsync(bound, code, request.HttpContext.RequestAborted));
    }

    private IResult Answer(HttpRequest request, BoundBrowser bound, ProofOutcome outcome)
    {
        if (outcome is ProofOutcome.Proven proven)
        {
            // For as long as the code lives, the browser may say that it was not its owner who asked.
            cookie.Set(request.HttpContext.Response, bound.Session);
            var account = bound.Ticket.Ticket.Account;
            var view = new ContinueView
            {
                TelegramName = DisplayText.Clean(account.DisplayName),
                Username = account.Username,
                Mailbox = proven.Mailbox.Value,
                FinishAddress = proven.FinishAddress,
                State = bound.Session.State,
            };
            return pages.Continue(request, view);
        }

        var refused = (ProofOutcome.Refused)outcome;
        Log.Refused(logger, bound.Ticket.Ticket.Account.UserId, refused.Reason);
        if (refused.Reason != Refusal.AlreadyProven)
        {
            cookie.Remove(request.HttpContext.Response);
        }

        return pages.Refuse(request, refused.Reason, refused.Mailbox?.Value);
    }

    /// <summary>Google's own no (https://developers.google.com/identity/protocols/oauth2/web-server#authorization-errors).</summary>
    private IResult RefuseAsGoogleDid(HttpRequest request, BoundBrowser bound, StringValues error)
    {
        cookie.Remove(request.HttpContext.Response);
        Log.RefusedByGoogle(logger, bound.Ticket.Ticket.Account.UserId);
        return error.ToString() switch
        {
            "access_denied" => pages.Refuse(request, Refusal.Cancelled),
            "disallowed_useragent" => pages.Embedded(request, null, null),
            "server_error" or "temporarily_unavailable" => pages.Refuse(request, Refusal.Unavailable),
            _ => pages.Refuse(request, Refusal.NotProven),
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
