namespace PaymentBot.Identity;

/// <summary>Whether the bot can write to a linked person.</summary>
public enum Reachability
{
    /// <summary>Nothing speaks against it.</summary>
    Reachable,

    /// <summary>The person blocked the bot, never started it, or the account is gone.</summary>
    Blocked,
}
