namespace PaymentBot.Storage;

/// <summary>The queues the bot works from. In lower case the member's name is the queue's name.</summary>
public enum QueueName
{
    /// <summary>A request changed: work out who should have a card.</summary>
    Notifications,

    /// <summary>Make one card in one chat right.</summary>
    Deliveries,

    /// <summary>Hand one decision to the ERP.</summary>
    Decisions,
}
