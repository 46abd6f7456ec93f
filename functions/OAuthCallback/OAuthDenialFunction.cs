using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;
using PaymentBot.Bot.SignIn;
using PaymentBot.Erp;
using PaymentBot.Functions.Http;
using PaymentBot.Functions.OAuthPages;

namespace PaymentBot.Functions.OAuthCallback;

/// <summary><c>POST /api/oauth/callback</c>: the owner of the mailbox says "This was not me".</summary>
/// <param name="browsers">Knows the browser again.</param>
/// <param name="denial">Ends the sign-in.</param>
/// <param name="cookie">The browser's cookie.</param>
/// <param name="pages">Answers.</param>
internal sealed class OAuthDenialFunction(
    BoundBrowsers browsers,
    LoginDenial denial,
    LoginCookie cookie,
    SignInPages pages
)
{
    private const int MaxBody = 1024;

    /// <summary>Answers one call.</summary>
    /// <param name="context">The call.</param>
    public async Task RunAsync(HttpContext context)
    {
        if (await ReadStateAsync(context) is not { } state)
        {
            await pages.RefuseAsync(context, Refusal.Malformed);
            return;
        }

        var (bound, refusal) = await browsers.FindAsync(context, state);
        if (bound is null)
        {
            await pages.RefuseAsync(context, refusal);
            return;
        }

        await denial.DenyAsync(bound.Ticket, context.RequestAborted);
        cookie.Remove(context.Response);
        await pages.DeniedAsync(context, DisplayText.Clean(bound.Ticket.Ticket.Account.DisplayName));
    }

    /// <summary>Reads the only field of the form.</summary>
    private static async Task<StringValues?> ReadStateAsync(HttpContext context)
    {
        if (!context.Request.HasFormContentType)
        {
            return null;
        }

        var body = await BoundedBody.ReadAsync(
            context.Request.Body,
            context.Request.ContentLength,
            MaxBody,
            context.RequestAborted
        );
        return body is null
            ? (StringValues?)null
            : QueryHelpers.ParseQuery(Encoding.ASCII.GetString(body)).GetValueOrDefault("state");
    }
}
