namespace PaymentBot.Cards;

/// <summary>In which capacity a chat sees a card.</summary>
public enum CardAudience
{
    /// <summary>A person of the route: sees everything and, when it is their turn, the buttons.</summary>
    Approver,

    /// <summary>The person who asked for the payment.</summary>
    Initiator,

    /// <summary>A bound group: no decisions there.</summary>
    Group,
}
