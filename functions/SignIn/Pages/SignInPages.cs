using PaymentBot.Bot.Settings;
using PaymentBot.Bot.SignIn;

namespace PaymentBot.Functions.SignIn.Pages;

/// <summary>Answers browsers, each in its language.</summary>
/// <param name="languages">Chooses the language.</param>
/// <param name="settings">Which domains may sign in.</param>
public sealed class SignInPages(PageLanguage languages, BotSettings settings)
{
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(30);

    /// <summary>Says why somebody is not signed in.</summary>
    /// <param name="request">The call.</param>
    /// <param name="refusal">Why.</param>
    /// <param name="mailbox">The mailbox that Google vouched for, or null.</param>
    /// <param name="retryAfter">When it may work again, or null.</param>
    internal IResult Refuse(HttpRequest request, Refusal refusal, string? mailbox = null, TimeSpan? retryAfter = null)
    {
        var isPassing = refusal is Refusal.Unavailable or Refusal.TooOften;
        return Answer(
            request,
            RefusalStatus.Of(refusal),
            texts => RefusedPage.Render(texts, refusal, mailbox, settings.AllowedDomains),
            isPassing ? retryAfter ?? Rest : null
        );
    }

    /// <summary>Leads back to Telegram.</summary>
    /// <param name="request">The call.</param>
    /// <param name="view">What the page shows.</param>
    internal IResult Continue(HttpRequest request, ContinueView view) =>
        Answer(request, StatusCodes.Status200OK, texts => ContinuePage.Render(texts, view));

    /// <summary>Says that the sign-in was stopped.</summary>
    /// <param name="request">The call.</param>
    /// <param name="telegramName">Who had asked, fit to be shown.</param>
    internal IResult Denied(HttpRequest request, string telegramName) =>
        Answer(request, StatusCodes.Status200OK, texts => DeniedPage.Render(texts, telegramName));

    /// <summary>Says how to get from a window inside another application to a browser.</summary>
    /// <param name="request">The call.</param>
    /// <param name="address">The address to open there, or null when it is no longer known.</param>
    /// <param name="anywayPath">Where to go on all the same, or null.</param>
    internal IResult Embedded(HttpRequest request, Uri? address, string? anywayPath) =>
        Answer(request, StatusCodes.Status403Forbidden, texts => EmbeddedPage.Render(texts, address, anywayPath));

    private PageAnswer Answer(
        HttpRequest request,
        int status,
        Func<IPageTexts, Markup> render,
        TimeSpan? retryAfter = null
    )
    {
        var language = languages.Choose(request);
        return new PageAnswer(status, language, render(PageTexts.For(language)), retryAfter);
    }
}
