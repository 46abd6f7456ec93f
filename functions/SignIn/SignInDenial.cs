using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;
using PaymentBot.Bot.SignIn;
using PaymentBot.Erp;
using PaymentBot.Functions.SignIn.Pages;

namespace PaymentBot.Functions.SignIn;

/// <summary><c>POST /api/oauth/callback</c>: the owner of the mailbox says "This was not me".</summary>
/// <param name="browsers">Knows the browser again.</param>
/// <param name="denial">Ends the sign-in.</param>
/// <param name="cookie">The browser's cookie.</param>
/// <param name="pages">Answers.</param>
internal sealed class SignInDenial(BoundBrowsers browsers, LoginDenial denial, LoginCookie cookie, SignInPages pages)
{
    private const int MaxBody = 1024;

    /// <summary>Answers one call.</summary>
    /// <param name="request">The call.</param>
    public async Task<IResult> AnswerAsync(HttpRequest request)
    {
        if (await ReadStateAsync(request) is not { } state)
        {
            return pages.Refuse(request, Refusal.Malformed);
        }

        var (bound, refusal) = await browsers.FindAsync(request, state);
        if (bound is null)
        {
            return pages.Refuse(request, refusal);
        }

        await denial.DenyAsync(bound.Ticket, request.HttpContext.RequestAborted);
        cookie.Remove(request.HttpContext.Response);
        return pages.Denied(request, DisplayText.Clean(bound.Ticket.Ticket.Account.DisplayName));
    }

    /// <summary>Reads the only field of the form.</summary>
    private static async Task<StringValues?> ReadStateAsync(HttpRequest request)
    {
        if (!request.HasFormContentType)
        {
            return null;
        }

        var body = await BoundedBody.ReadAsync(
            request.Body,
            request.ContentLength,
            MaxBody,
            request.HttpContext.RequestAborted
        );
        return body is null
            ? (StringValues?)null
            : QueryHelpers.ParseQuery(Encoding.ASCII.GetString(body)).GetValueOrDefault("state");
    }
}
