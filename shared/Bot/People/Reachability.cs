namespace PaymentBot.Bot.People;

/// <summary>Whether the bot can write to a linked person. The texts are stored: never rename.</summary>
public enum Reachability
{
    /// <summary>Nothing speaks against it.</summary>
    Reachable,

    /// <summary>The person blocked the bot.</summary>
    Blocked,

    /// <summary>The person never started the bot, so it has no chat to write to.</summary>
    NeverStarted,

    /// <summary>The Telegram account is gone.</summary>
    Deleted,
}
