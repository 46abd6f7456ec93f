namespace PaymentBot.Sandbox.Telegram;

/// <summary>Where the bot stands in a chat.</summary>
internal enum BotMembership
{
    /// <summary>It can write.</summary>
    Member,

    /// <summary>It is in the group and may not write.</summary>
    Silenced,

    /// <summary>The person has never pressed Start.</summary>
    NotStarted,

    /// <summary>The person has blocked it.</summary>
    Blocked,

    /// <summary>It was removed from the group.</summary>
    Kicked,

    /// <summary>The person's account is deleted.</summary>
    Deactivated,
}
