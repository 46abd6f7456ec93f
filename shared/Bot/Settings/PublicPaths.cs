namespace PaymentBot.Bot.Settings;

/// <summary>The paths under <c>Bot__PublicUrl</c> that the bot tells others: Telegram, Google, and whoever signs in.</summary>
public static class PublicPaths
{
    /// <summary>Where Telegram posts updates.</summary>
    public const string TelegramWebhook = "/api/telegram/webhook";

    /// <summary>Where a sign-in begins; <c>ticket</c> is in the query.</summary>
    public const string OAuthStart = "/api/oauth/start";

    /// <summary>Where Google sends the browser back to.</summary>
    public const string OAuthCallback = "/api/oauth/callback";
}
