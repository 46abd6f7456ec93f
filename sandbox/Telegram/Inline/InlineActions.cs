using System.Globalization;
using System.Text.Json.Nodes;

namespace PaymentBot.Sandbox.Telegram.Inline;

/// <summary>What people do with inline queries, and the updates the bot gets for it.</summary>
internal sealed class InlineActions(TelegramWorld world, UpdateQueues queues, TelegramStandInOptions options)
{
    private const int MaxQuery = 256;

    /// <summary>Types <c>@bot text</c> in a chat.</summary>
    /// <param name="offset">What the bot gave as next_offset, for whoever scrolls.</param>
    /// <exception cref="SandboxException">The person is not in the chat, or the text is too long.</exception>
    public InlineSession Ask(long chatId, long userId, string text, string offset = "")
    {
        var user = Person(userId);
        if (text.Length > MaxQuery)
        {
            throw new SandboxException("An inline query has at most 256 characters.");
        }

        var type = world.Within(chatId, chat => TypeFor(chat, userId));
        var session = world.Inline.Add(chatId, userId, text, world.Now);
        queues.Add(
            UpdateKind.InlineQuery,
            $"inline:{userId}",
            options.InlineLifetime,
            new JsonObject
            {
                ["id"] = session.Id,
                ["from"] = WireFormat.User(user),
                ["query"] = text,
                ["offset"] = offset,
                ["chat_type"] = type,
            }
        );
        return session;
    }

    /// <summary>Sends one of the results to the chat the query was typed in.</summary>
    /// <exception cref="SandboxException">There is no such query of this person, or no such result.</exception>
    public ChatMessage Choose(string queryId, long userId, string resultId)
    {
        var user = Person(userId);
        var session = world.Inline.Find(queryId);
        if (session is null || session.UserId != userId)
        {
            throw new SandboxException("There is no such query of this person.");
        }

        var result =
            (session.Answer?["results"] as JsonArray)
                ?.OfType<JsonObject>()
                .FirstOrDefault(one => string.Equals(one["id"].AsText(), resultId, StringComparison.Ordinal))
            ?? throw new SandboxException("The bot did not answer with such a result.");
        var (text, markup) = InlineResultReader.Content(result, options.AllowLocalButtons);
        var message = world.Within(
            session.ChatId,
            chat =>
            {
                _ = TypeFor(chat, userId);
                var sent = new ChatMessage
                {
                    ChatId = chat.Id,
                    MessageId = chat.NextMessageId(),
                    From = user,
                    Date = world.Now,
                    Text = text,
                    Markup = markup,
                    ViaBot = true,
                    InlineMessageId = markup.Rows.Count > 0 ? NewId(chat) : null,
                };
                chat.Messages.Add(sent.MessageId, sent);
                Announce(chat, sent);
                return sent;
            }
        );
        TellChosen(user, session, resultId, message.InlineMessageId);
        world.Changes.Publish(new SandboxChange("message", session.ChatId));
        return message;
    }

    private static string TypeFor(Chat chat, long userId)
    {
        if (chat.User is null ? !chat.Members.Contains(userId) : chat.Id != userId)
        {
            throw new SandboxException("The person is not in this chat.");
        }

        return chat.User is null ? chat.Type : "sender";
    }

    private static string NewId(Chat chat) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"BAAAAinline_{Math.Abs(chat.Id)}_{chat.Messages.Count + 1}_sandbox"
        );

    /// <summary>A bot sees what was sent through it, also where it sees nothing else.</summary>
    private void Announce(Chat chat, ChatMessage sent)
    {
        if (chat.Bot == BotMembership.Member)
        {
            queues.Add(
                UpdateKind.Message,
                $"chat:{chat.Id}",
                options.UpdateLifetime,
                WireFormat.Message(sent, chat, options)
            );
        }
    }

    private void TellChosen(TelegramUser user, InlineSession session, string resultId, string? inlineMessageId)
    {
        if (!options.InlineFeedback)
        {
            return;
        }

        var chosen = new JsonObject
        {
            ["result_id"] = resultId,
            ["from"] = WireFormat.User(user),
            ["query"] = session.Query,
        };
        if (inlineMessageId is not null)
        {
            chosen["inline_message_id"] = inlineMessageId;
        }

        queues.Add(UpdateKind.ChosenInlineResult, $"chosen:{user.Id}", options.ChosenLifetime, chosen);
    }

    private TelegramUser Person(long userId) =>
        world.User(userId) ?? throw new SandboxException("There is no such person.");
}
