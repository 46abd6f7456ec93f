using System.Globalization;
using System.Text;
using PaymentBot.Cards;

namespace PaymentBot.Functions.SignIn.Pages;

/// <summary>A page, with the headers that keep others out of it.</summary>
/// <param name="status">The HTTP status.</param>
/// <param name="language">The language of the page.</param>
/// <param name="page">The page.</param>
/// <param name="retryAfter">When it may work again, or null.</param>
internal sealed class PageAnswer(int status, Language language, Markup page, TimeSpan? retryAfter) : IResult
{
    private static readonly string Policy =
        $"default-src 'none'; style-src {PageStyle.Source}; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

    /// <summary>Sends the browser elsewhere. The address must be made of configuration and of our own random values alone.</summary>
    /// <param name="address">Where to.</param>
    public static IResult Redirect(Uri address) => new Elsewhere(address);

    /// <inheritdoc />
    public Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        var body = Encoding.UTF8.GetBytes(page.Html);
        Protect(response);
        if (retryAfter is { } wait)
        {
            response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        }

        response.StatusCode = status;
        response.ContentType = "text/html; charset=utf-8";
        response.ContentLength = body.Length;
        response.Headers.ContentLanguage = LanguageTags.CodeOf(language);
        return response.Body.WriteAsync(body, httpContext.RequestAborted).AsTask();
    }

    private static void Protect(HttpResponse response)
    {
        var headers = response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.CacheControl = "no-store";
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers.Vary = "Accept-Language, Cookie";
    }

    private sealed class Elsewhere(Uri address) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            Protect(httpContext.Response);
            httpContext.Response.StatusCode = StatusCodes.Status302Found;
            httpContext.Response.Headers.Location = address.AbsoluteUri;
            return Task.CompletedTask;
        }
    }
}
