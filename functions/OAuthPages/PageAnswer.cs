using System.Text;
using PaymentBot.Cards;

namespace PaymentBot.Functions.OAuthPages;

/// <summary>Sends pages and redirects, with the headers that keep others out of them.</summary>
internal static class PageAnswer
{
    private static readonly string Policy =
        $"default-src 'none'; style-src {PageStyle.Source}; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

    /// <summary>Sends a page.</summary>
    /// <param name="context">The call.</param>
    /// <param name="status">The HTTP status.</param>
    /// <param name="language">The language of the page.</param>
    /// <param name="page">The page.</param>
    public static Task WriteAsync(HttpContext context, int status, Language language, Markup page)
    {
        var response = context.Response;
        var body = Encoding.UTF8.GetBytes(page.Html);
        Protect(response);
        response.StatusCode = status;
        response.ContentType = "text/html; charset=utf-8";
        response.ContentLength = body.Length;
        response.Headers.ContentLanguage = LanguageTags.CodeOf(language);
        return response.Body.WriteAsync(body, context.RequestAborted).AsTask();
    }

    /// <summary>Sends the browser elsewhere. The address must be made of configuration and of our own random values alone.</summary>
    /// <param name="context">The call.</param>
    /// <param name="address">Where to.</param>
    public static void Redirect(HttpContext context, Uri address)
    {
        Protect(context.Response);
        context.Response.StatusCode = StatusCodes.Status302Found;
        context.Response.Headers.Location = address.AbsoluteUri;
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
}
