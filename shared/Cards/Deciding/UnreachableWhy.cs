namespace PaymentBot.Cards.Deciding;

/// <summary>Why the bot cannot write to somebody.</summary>
public enum UnreachableWhy
{
    /// <summary>The person blocked the bot.</summary>
    Blocked,

    /// <summary>The person never started the bot.</summary>
    NeverStarted,

    /// <summary>The Telegram account is gone.</summary>
    Deleted,
}
