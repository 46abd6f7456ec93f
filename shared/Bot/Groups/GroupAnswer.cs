using PaymentBot.Bot.Jobs;
using Telegram.Bot.Types;

namespace PaymentBot.Bot.Groups;

/// <summary>Where a message of a group was written, and how it is answered there.</summary>
public static class GroupAnswer
{
    /// <summary>What clients and the Bot API call the General topic; messages there carry no id, and none may be sent.</summary>
    private const int General = 1;

    /// <summary>The forum topic of a message.</summary>
    /// <param name="message">The message.</param>
    /// <returns>The topic, or null for the General topic and for groups without topics, where the id is that of a thread of replies.</returns>
    public static long? TopicOf(Message message) =>
        message is { IsTopicMessage: true, MessageThreadId: { } threadId and not General } ? threadId : null;

    /// <summary>An answer to a message, in the same topic.</summary>
    /// <param name="message">The message.</param>
    /// <param name="html">Telegram's HTML.</param>
    public static DeliveryJob To(Message message, string html) =>
        DeliveryJob.Notice(message.Chat.Id, html) with
        {
            ThreadId = TopicOf(message),
            MessageId = message.MessageId,
        };
}
