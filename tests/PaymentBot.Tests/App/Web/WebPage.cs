using System.Net;
using System.Text.RegularExpressions;

namespace PaymentBot.Tests.App.Web;

/// <summary>What a browser was answered.</summary>
internal sealed partial record WebPage(
    int Status,
    string Html,
    IReadOnlyDictionary<string, string> Headers,
    IReadOnlyList<string> SetCookies
)
{
    /// <summary>Where a redirect leads, or null.</summary>
    public Uri? Location => Headers.TryGetValue("Location", out var location) ? new Uri(location) : null;

    /// <summary>What a person reads.</summary>
    public string Text =>
        WebUtility.HtmlDecode(Tags().Replace(Html[Html.IndexOf("<body>", StringComparison.Ordinal)..], " "));

    public string Heading => WebUtility.HtmlDecode(Html.Split("<h1>")[1].Split("</h1>")[0]);

    /// <summary>The address behind the big button.</summary>
    public Uri FinishAddress => new(WebUtility.HtmlDecode(FinishLink().Match(Html).Groups["href"].Value));

    /// <summary>The one-time code behind the big button.</summary>
    public string Code => FinishAddress.Query["?start=".Length..];

    /// <summary>The hidden field of the form.</summary>
    public string State => StateField().Match(Html).Groups["value"].Value;

    [GeneratedRegex("<[^>]*>", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Tags();

    [GeneratedRegex(
        "<a class=\"go\" href=\"(?<href>[^\"]*)\"",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex FinishLink();

    [GeneratedRegex(
        "name=\"state\" value=\"(?<value>[^\"]*)\"",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex StateField();
}
