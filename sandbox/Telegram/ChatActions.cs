using System.Globalization;
using System.Text.Json.Nodes;

namespace PaymentBot.Sandbox.Telegram;

/// <summary>What people do in their chats, and the updates the bot gets for it.</summary>
internal sealed class ChatActions(TelegramWorld world, UpdateQueues queues, TelegramStandInOptions options)
{
    /// <summary>Writes a message.</summary>
    /// <exception cref="SandboxException">The person cannot write there.</exception>
    public ChatMessage Say(long chatId, long userId, string text, long? replyTo = null) =>
        Say(chatId, userId, text, new Saying(replyTo));

    /// <summary>Writes a message somewhere in a chat, in one's own name or in the group's.</summary>
    /// <exception cref="SandboxException">The person cannot write there.</exception>
    public ChatMessage Say(long chatId, long userId, string text, Saying how)
    {
        var user = Person(userId);
        var message = world.Within(
            chatId,
            chat =>
            {
                DemandPresence(chat, userId);
                DemandSaying(chat, userId, how);
                if (how.ReplyTo is { } id && !chat.Messages.ContainsKey(id))
                {
                    throw new SandboxException("There is no such message to reply to.");
                }

                var said = new ChatMessage
                {
                    ChatId = chatId,
                    MessageId = chat.NextMessageId(),
                    From = user,
                    Date = world.Now,
                    Text = FormattedText.FromPlain(text) with { Entities = Commands(text) },
                    ReplyTo = how.ReplyTo,
                    ThreadId = how.ThreadId,
                    Anonymous = how.Anonymous,
                };
                chat.Messages.Add(said.MessageId, said);
                Announce(chat, said);
                return said;
            }
        );
        world.Changes.Publish(new SandboxChange("message", chatId));
        return message;
    }

    /// <summary>Presses a button that the message has now.</summary>
    /// <param name="button">Its text or its callback_data.</param>
    public Tap Press(long chatId, long userId, long messageId, string button)
    {
        var message =
            world.Message(chatId, messageId) ?? throw new SandboxException("There is no such message in the chat.");
        var found =
            message.Markup.Buttons.FirstOrDefault(b => string.Equals(b.CallbackData, button, StringComparison.Ordinal))
            ?? message.Markup.Buttons.FirstOrDefault(b => string.Equals(b.Text, button, StringComparison.Ordinal))
            ?? throw new SandboxException("The message has no such button.");
        return found.CallbackData is { } data
            ? PressForged(chatId, userId, messageId, data)
            : throw new SandboxException("The button opens an address and tells the bot nothing.");
    }

    /// <summary>Sends any callback data for a message, as a modified client can, or one with an old keyboard.</summary>
    public Tap PressForged(long chatId, long userId, long messageId, string callbackData)
    {
        var user = Person(userId);
        var message =
            world.Message(chatId, messageId) ?? throw new SandboxException("There is no such message in the chat.");
        var json = world.Within(
            chatId,
            chat =>
            {
                DemandPresence(chat, userId);
                return WireFormat.Message(message, chat, options);
            }
        );
        var tap = world.AddTap(message, userId, callbackData);
        queues.Add(
            UpdateKind.CallbackQuery,
            $"callback:{userId}",
            options.TapLifetime,
            new JsonObject
            {
                ["id"] = tap.Id,
                ["from"] = WireFormat.User(user),
                ["message"] = json,
                ["chat_instance"] = (chatId * 31).ToString(CultureInfo.InvariantCulture),
                ["data"] = callbackData,
            }
        );
        return tap;
    }

    /// <summary>Blocks the bot, or lets it in again; the bot hears of it in my_chat_member.</summary>
    public void SetBlocked(long userId, bool blocked)
    {
        var user = Person(userId);
        world.Within(
            userId,
            chat =>
            {
                var before = chat.Bot;
                if (before is BotMembership.NotStarted or BotMembership.Deactivated)
                {
                    return false;
                }

                chat.Bot = blocked ? BotMembership.Blocked : BotMembership.Member;
                if (chat.Bot != before)
                {
                    AnnounceMembership(chat, user, before);
                }

                return true;
            }
        );
        world.Changes.Publish(new SandboxChange("person", userId));
    }

    /// <summary>Puts the bot into a group or takes it out; <paramref name="byUserId"/> is who did it.</summary>
    public void SetMembership(long chatId, BotMembership membership, long byUserId)
    {
        var user = Person(byUserId);
        world.Within(
            chatId,
            chat =>
            {
                var before = chat.Bot;
                chat.Bot = membership;
                AnnounceMembership(chat, user, before);
                return true;
            }
        );
        world.Changes.Publish(new SandboxChange("person", chatId));
    }

    private static TextEntity[] Commands(string text)
    {
        var trimmed = text.Trim();
        var length = trimmed.TakeWhile(c => !char.IsWhiteSpace(c)).Count();
        return trimmed.StartsWith('/') && length > 1 ? [new TextEntity("bot_command", 0, length)] : [];
    }

    private static void DemandPresence(Chat chat, long userId)
    {
        if (chat.User is null ? !chat.Members.Contains(userId) : chat.Id != userId)
        {
            throw new SandboxException("The person is not in this chat.");
        }

        if (chat.Bot == BotMembership.Blocked)
        {
            throw new SandboxException("The person has blocked the bot and must let it in again first.");
        }
    }

    private static void DemandSaying(Chat chat, long userId, Saying how)
    {
        var topic = how.ThreadId ?? ForumTopic.General;
        if (how.ThreadId is not null && !chat.Topics.ContainsKey(topic))
        {
            throw new SandboxException("There is no such topic.");
        }

        if (
            !chat.IsAdministrator(userId) && (how.Anonymous || chat.Topics.GetValueOrDefault(topic) is { Closed: true })
        )
        {
            throw new SandboxException("Only administrators can do that.");
        }
    }

    private static string Status(BotMembership membership) =>
        membership switch
        {
            BotMembership.Member => "member",
            BotMembership.Silenced => "restricted",
            _ => "kicked",
        };

    private void Announce(Chat chat, ChatMessage said)
    {
        if (chat.User is not null)
        {
            chat.Bot = BotMembership.Member;
        }
        else if (!IsForBot(chat, said))
        {
            // Privacy mode: the bot sees only what is addressed to it.
            return;
        }

        Offer(chat, said);
    }

    private void Offer(Chat chat, ChatMessage message) =>
        queues.Add(
            UpdateKind.Message,
            $"chat:{chat.Id}",
            options.UpdateLifetime,
            WireFormat.Message(message, chat, options)
        );

    private bool IsForBot(Chat chat, ChatMessage said)
    {
        if (said.ReplyTo is { } id && chat.Messages.TryGetValue(id, out var original) && original.ByBot)
        {
            return true;
        }

        var first = said.Text.Plain.Split(' ', 2)[0];
        var named = first.EndsWith($"@{options.BotUsername}", StringComparison.OrdinalIgnoreCase);
        return first.StartsWith('/') && (named || !first.Contains('@', StringComparison.Ordinal));
    }

    private void AnnounceMembership(Chat chat, TelegramUser user, BotMembership before) =>
        queues.Add(
            UpdateKind.MyChatMember,
            $"chat:{chat.Id}",
            options.UpdateLifetime,
            new JsonObject
            {
                ["chat"] = WireFormat.Chat(chat),
                ["from"] = WireFormat.User(user),
                ["date"] = world.Now.ToUnixTimeSeconds(),
                ["old_chat_member"] = Member(before),
                ["new_chat_member"] = Member(chat.Bot),
            }
        );

    private JsonObject Member(BotMembership membership)
    {
        var json = new JsonObject { ["user"] = WireFormat.Bot(options), ["status"] = Status(membership) };
        if (membership is not BotMembership.Member)
        {
            json["until_date"] = 0;
        }

        if (membership is BotMembership.Silenced)
        {
            json["can_send_messages"] = false;
        }

        return json;
    }

    private TelegramUser Person(long userId) =>
        world.User(userId) ?? throw new SandboxException("There is no such person.");
}
