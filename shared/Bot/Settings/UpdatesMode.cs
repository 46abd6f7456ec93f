namespace PaymentBot.Bot.Settings;

/// <summary>How updates arrive.</summary>
public enum UpdatesMode
{
    /// <summary>Telegram calls the bot.</summary>
    Webhook,

    /// <summary>The bot asks Telegram: for a laptop without a public address.</summary>
    Polling,
}
