using System.Net;
using System.Text.RegularExpressions;

namespace PaymentBot.Bot.Delivery.Composition;

/// <summary>What is left of Telegram's HTML when the markup is read.</summary>
internal static partial class HtmlText
{
    /// <summary>The text without tags, entities decoded.</summary>
    public static string ToPlain(string html) => WebUtility.HtmlDecode(Tags().Replace(html, string.Empty));

    /// <summary>The length that Telegram's limits speak of: code points after parsing.</summary>
    public static int VisibleLength(string html) => ToPlain(html).EnumerateRunes().Count();

    [GeneratedRegex("<[^>]*>", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Tags();
}
