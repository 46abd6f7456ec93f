namespace PaymentBot.Bot.Settings;

/// <summary>The paths under <c>Bot__PublicUrl</c> that the bot tells others: Telegram, Google, and whoever signs in.</summary>
public static class PublicPaths
{
    /// <summary>What every path starts with.</summary>
    public const string Prefix = "/api/";

    /// <summary><see cref="TelegramWebhook" /> without its prefix.</summary>
    public const string TelegramWebhookRoute = "telegram/webhook";

    /// <summary><see cref="OAuthStart" /> without its prefix.</summary>
    public const string OAuthStartRoute = "oauth/start";

    /// <summary><see cref="OAuthCallback" /> without its prefix.</summary>
    public const string OAuthCallbackRoute = "oauth/callback";

    /// <summary>Where Telegram posts updates.</summary>
    public const string TelegramWebhook = Prefix + TelegramWebhookRoute;

    /// <summary>Where a sign-in begins; <c>ticket</c> is in the query.</summary>
    public const string OAuthStart = Prefix + OAuthStartRoute;

    /// <summary>Where Google sends the browser back to.</summary>
    public const string OAuthCallback = Prefix + OAuthCallbackRoute;
}
