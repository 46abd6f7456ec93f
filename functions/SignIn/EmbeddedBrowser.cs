namespace PaymentBot.Functions.SignIn;

/// <summary>
/// Guesses whether a page is shown in a window inside another application, in which Google refuses to sign anybody in
/// (https://developers.google.com/identity/protocols/oauth2/policies#browsers). A guess only: whoever is in a browser all the same goes on by a link.
/// </summary>
internal static class EmbeddedBrowser
{
    private static readonly string[] Marks =
    [
        "; wv)",
        "Telegram-Android/",
        "FBAN/",
        "FBAV/",
        "Instagram ",
        "Line/",
        "MicroMessenger/",
        "VKAndroidApp/",
    ];

    private static readonly string[] AppleDevices = ["iPhone", "iPad", "iPod"];

    /// <summary>Whether it looks like one.</summary>
    /// <param name="request">The call.</param>
    public static bool IsLikely(HttpRequest request)
    {
        var agent = request.Headers.UserAgent.ToString();
        return Marks.Any(mark => Has(agent, mark))
            || request.Headers.XRequestedWith.ToString().StartsWith("org.telegram.", StringComparison.Ordinal)
            || IsAppleWebView(agent);
    }

    /// <summary>Every browser on these devices says Safari; a bare web view does not.</summary>
    private static bool IsAppleWebView(string agent) =>
        AppleDevices.Any(device => Has(agent, device)) && Has(agent, "AppleWebKit/") && !Has(agent, "Safari/");

    private static bool Has(string text, string part) => text.Contains(part, StringComparison.Ordinal);
}
