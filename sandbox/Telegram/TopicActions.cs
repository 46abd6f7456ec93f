namespace PaymentBot.Sandbox.Telegram;

/// <summary>What administrators do with the topics of a forum, and the updates the bot gets for it.</summary>
internal sealed class TopicActions(TelegramWorld world, UpdateQueues queues, TelegramStandInOptions options)
{
    /// <summary>Closes a topic or opens it again; every bot in the group gets the service message.</summary>
    /// <param name="threadId">The topic, or null for General.</param>
    public void SetClosed(long chatId, long? threadId, bool closed, long byUserId)
    {
        var user = world.User(byUserId) ?? throw new SandboxException("There is no such person.");
        world.Within(
            chatId,
            chat =>
            {
                var number = threadId ?? ForumTopic.General;
                if (!chat.Topics.TryGetValue(number, out var topic))
                {
                    throw new SandboxException("There is no such topic.");
                }

                chat.Topics[number] = topic with { Closed = closed };
                var message = new ChatMessage
                {
                    ChatId = chatId,
                    MessageId = chat.NextMessageId(),
                    From = user,
                    Date = world.Now,
                    ThreadId = threadId,
                    Service = closed ? "forum_topic_closed" : "forum_topic_reopened",
                };
                chat.Messages.Add(message.MessageId, message);
                queues.Add(
                    UpdateKind.Message,
                    $"chat:{chatId}",
                    options.UpdateLifetime,
                    WireFormat.Message(message, chat, options)
                );
                return true;
            }
        );
        world.Changes.Publish(new SandboxChange("message", chatId));
    }

    /// <summary>Deletes a topic with all that was written in it; nobody is told.</summary>
    public void Delete(long chatId, long threadId)
    {
        world.Within(
            chatId,
            chat =>
            {
                if (threadId == ForumTopic.General || !chat.Topics.Remove(threadId))
                {
                    throw new SandboxException("There is no such topic.");
                }

                foreach (var message in chat.Messages.Values.Where(message => message.ThreadId == threadId).ToList())
                {
                    chat.Messages.Remove(message.MessageId);
                }

                return true;
            }
        );
        world.Changes.Publish(new SandboxChange("message", chatId));
    }
}
