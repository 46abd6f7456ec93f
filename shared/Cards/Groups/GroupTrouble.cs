namespace PaymentBot.Cards.Groups;

/// <summary>Why a group's cards do not reach it. The texts are stored: never rename.</summary>
public enum GroupTrouble
{
    /// <summary>They do.</summary>
    None,

    /// <summary>The bot is not in the group, or the group is gone.</summary>
    Gone,

    /// <summary>The bot may not write there.</summary>
    NoRights,

    /// <summary>The topic is closed.</summary>
    TopicClosed,

    /// <summary>The topic was deleted.</summary>
    TopicGone,
}
