namespace PaymentBot.Cards.Inbox;

/// <summary>Which parts a reader has in the bot.</summary>
[Flags]
public enum HelpTopics
{
    /// <summary>None that is known.</summary>
    None = 0,

    /// <summary>Decides on requests.</summary>
    Deciding = 1,

    /// <summary>Makes requests.</summary>
    Initiating = 2,

    /// <summary>May tie groups to the bot.</summary>
    Groups = 4,

    /// <summary>Looks after the bot.</summary>
    Operating = 8,

    /// <summary>Signs in with Google, and not through an operator.</summary>
    SigningIn = 16,
}
