using System.Text.RegularExpressions;

namespace PaymentBot.Bot.Telegram;

/// <summary>Which bot, and how to reach Telegram. A class, not a record: printing it must not print the token.</summary>
public sealed partial class TelegramClientOptions
{
    /// <summary>The token from BotFather, <c>digits:secret</c>, at most 16 digits.</summary>
    public required string BotToken { get; init; }

    /// <summary>Where the Bot API is, http or https, perhaps with a path; default <c>https://api.telegram.org</c>.</summary>
    public Uri ApiBaseUrl { get; init; } = new("https://api.telegram.org");

    /// <summary>The proxy on the way to Telegram, or null to go by what the environment says.</summary>
    public TelegramProxy? Proxy { get; init; }

    /// <summary>How long one call may take, more than zero, up to ten minutes; default 15 seconds. Uploads get twenty times as long, getUpdates its own
    /// timeout plus ten seconds.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>Finds what is wrong.</summary>
    /// <returns>One message per fault, naming the key and never the value; empty when all is well.</returns>
    public IReadOnlyList<string> Validate()
    {
        List<string> faults = [];
        if (BotToken is null || !TokenFormat().IsMatch(BotToken))
        {
            faults.Add("Telegram:BotToken must be the token from BotFather, digits, a colon and the secret.");
        }

        if (ApiBaseUrl is not { IsAbsoluteUri: true, Scheme: "http" or "https", Query: "", Fragment: "" })
        {
            faults.Add("Telegram:ApiBaseUrl must be an absolute http or https address without a query.");
        }

        if (Timeout <= TimeSpan.Zero || Timeout > TimeSpan.FromMinutes(10))
        {
            faults.Add("Telegram:Timeout must be more than zero and at most ten minutes.");
        }

        return faults;
    }

    [GeneratedRegex(@"\A[0-9]{1,16}:[A-Za-z0-9_-]{10,}\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex TokenFormat();
}
