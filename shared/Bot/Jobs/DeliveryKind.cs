namespace PaymentBot.Bot.Jobs;

/// <summary>What a delivery job does. The texts are stored in queues: never rename.</summary>
public enum DeliveryKind
{
    /// <summary>Make one card in one chat match the latest snapshot.</summary>
    Card,

    /// <summary>Send files of a request to a chat: one or all.</summary>
    Files,

    /// <summary>Send a short message that nothing follows up.</summary>
    Notice,

    /// <summary>Ask for the reason of a rejection or the comment of an approval.</summary>
    Prompt,

    /// <summary>Take a question away.</summary>
    Delete,

    /// <summary>Show a text with buttons that is no card: send it, or make an earlier message say it.</summary>
    Screen,

    /// <summary>Take away a message that was a card, once the card stands below it.</summary>
    Retire,

    /// <summary>Send the list of a request's files to a chat, or turn its pages.</summary>
    FileList,
}
