using System.Globalization;
using PaymentBot.Bot.Settings;
using PaymentBot.Bot.SignIn;

namespace PaymentBot.Functions.OAuthPages;

/// <summary>Answers browsers, each in its language.</summary>
/// <param name="languages">Chooses the language.</param>
/// <param name="settings">Which domains may sign in.</param>
internal sealed class SignInPages(PageLanguage languages, BotSettings settings)
{
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(30);

    /// <summary>Says why somebody is not signed in.</summary>
    /// <param name="context">The call.</param>
    /// <param name="refusal">Why.</param>
    /// <param name="mailbox">The mailbox that Google vouched for, or null.</param>
    /// <param name="retryAfter">When it may work again, or null.</param>
    public Task RefuseAsync(HttpContext context, Refusal refusal, string? mailbox = null, TimeSpan? retryAfter = null)
    {
        if (refusal is Refusal.Unavailable or Refusal.TooOften)
        {
            var seconds = Math.Ceiling((retryAfter ?? Rest).TotalSeconds);
            context.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        }

        var status = RefusalStatus.Of(refusal);
        return AnswerAsync(
            context,
            status,
            texts => RefusedPage.Render(texts, refusal, mailbox, settings.AllowedDomains)
        );
    }

    /// <summary>Leads back to Telegram.</summary>
    /// <param name="context">The call.</param>
    /// <param name="view">What the page shows.</param>
    public Task ContinueAsync(HttpContext context, ContinueView view) =>
        AnswerAsync(context, StatusCodes.Status200OK, texts => ContinuePage.Render(texts, view));

    /// <summary>Says that the sign-in was stopped.</summary>
    /// <param name="context">The call.</param>
    /// <param name="telegramName">Who had asked, fit to be shown.</param>
    public Task DeniedAsync(HttpContext context, string telegramName) =>
        AnswerAsync(context, StatusCodes.Status200OK, texts => DeniedPage.Render(texts, telegramName));

    /// <summary>Says how to get from a window inside another application to a browser.</summary>
    /// <param name="context">The call.</param>
    /// <param name="address">The address to open there, or null when it is no longer known.</param>
    /// <param name="anywayPath">Where to go on all the same, or null.</param>
    public Task EmbeddedAsync(HttpContext context, Uri? address, string? anywayPath) =>
        AnswerAsync(context, StatusCodes.Status403Forbidden, texts => EmbeddedPage.Render(texts, address, anywayPath));

    private Task AnswerAsync(HttpContext context, int status, Func<IPageTexts, Markup> render)
    {
        var language = languages.Choose(context.Request);
        return PageAnswer.WriteAsync(context, status, language, render(PageTexts.For(language)));
    }
}
