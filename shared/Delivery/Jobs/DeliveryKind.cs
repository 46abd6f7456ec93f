namespace PaymentBot.Delivery.Jobs;

/// <summary>What a delivery job does. The texts are stored in queues: never rename.</summary>
public enum DeliveryKind
{
    /// <summary>Make one card in one chat match the latest snapshot.</summary>
    Card,

    /// <summary>Send the files of a request to a chat.</summary>
    Files,

    /// <summary>Send a short message that nothing follows up.</summary>
    Notice,

    /// <summary>Ask for the reason of a rejection.</summary>
    Prompt,

    /// <summary>Take a question away.</summary>
    Delete,
}
