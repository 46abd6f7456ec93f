using System.Text.Json.Nodes;
using PaymentBot.Sandbox.Erp;
using PaymentBot.Sandbox.Hosting;
using PaymentBot.Sandbox.Telegram;

namespace PaymentBot.Sandbox.Api;

/// <summary>Chats and messages as the page and scripts read them.</summary>
internal static class ChatJson
{
    public static JsonObject Chat(Chat chat, IReadOnlyList<ChatMessage> messages)
    {
        var role = SandboxPeople.All.FirstOrDefault(person => person.Telegram.Id == chat.Id)?.Erp.Role;
        return new JsonObject
        {
            ["chatId"] = chat.Id,
            ["title"] = chat.Title,
            ["kind"] = chat.User is null ? "group" : "private",
            ["userId"] = chat.User?.Id,
            ["role"] = chat.User is null ? "group" : role,
            ["language"] = chat.User?.LanguageCode,
            ["blocked"] = chat.Bot is BotMembership.Blocked,
            ["members"] = new JsonArray([.. chat.Members.Select(id => (JsonNode)id)]),
            ["administrators"] = new JsonArray([
                .. chat.Members.Where(chat.IsAdministrator).Select(id => (JsonNode)id),
            ]),
            ["topics"] = new JsonArray([.. chat.Topics.Values.Select(Topic)]),
            ["bot"] = chat.Bot.ToString(),
            ["botMessageIds"] = new JsonArray([.. messages.Where(m => m.ByBot).Select(m => (JsonNode)m.MessageId)]),
            ["lastMessage"] = messages.Count == 0 ? null : Last(messages[^1]),
        };
    }

    public static JsonObject Message(ChatMessage message) =>
        new()
        {
            ["messageId"] = message.MessageId,
            ["text"] = message.Text.Plain,
            ["html"] = message.Text.Html,
            ["buttons"] = Buttons(message.Markup),
            ["edited"] = message.EditDate is not null,
            ["documents"] = message.Document is { } file ? new JsonArray(Document(file)) : [],
            ["from"] = From(message),
            ["date"] = ErpClock.Write(message.Date),
            ["editDate"] = message.EditDate is { } at ? ErpClock.Write(at) : null,
            ["replyTo"] = message.ReplyTo,
            ["forceReply"] = message.Markup.ForceReply,
            ["placeholder"] = message.Markup.Placeholder,
            ["albumId"] = message.MediaGroupId,
            ["threadId"] = message.ThreadId,
            ["service"] = message.Service,
            ["anonymous"] = message.Anonymous,
            ["viaBot"] = message.ViaBot,
        };

    private static JsonObject Topic(ForumTopic topic) =>
        new()
        {
            ["threadId"] = topic.ThreadId == ForumTopic.General ? null : topic.ThreadId,
            ["name"] = topic.Name,
            ["closed"] = topic.Closed,
        };

    private static JsonObject Last(ChatMessage message) =>
        new()
        {
            ["messageId"] = message.MessageId,
            ["text"] = message.Text.Plain.Length > 0 ? message.Text.Plain : message.Document?.Name,
            ["date"] = ErpClock.Write(message.EditDate ?? message.Date),
            ["byBot"] = message.ByBot,
        };

    private static JsonArray Buttons(ReplyMarkup markup)
    {
        var rows = markup.Rows.Select(row =>
            (JsonNode)
                new JsonArray([
                    .. row.Select(button => new JsonObject
                    {
                        ["text"] = button.Text,
                        ["callbackData"] = button.CallbackData,
                        ["url"] = button.Url,
                        ["switchInline"] = SwitchInline(button),
                    }),
                ])
        );
        return new JsonArray([.. rows]);
    }

    /// <summary>The query a button types, or null.</summary>
    private static string? SwitchInline(InlineButton button)
    {
        var extra = button.Extra is { } text ? JsonNode.Parse(text) as JsonObject : null;
        return extra?["switch_inline_query"].AsText() ?? extra?["switch_inline_query_current_chat"].AsText();
    }

    private static JsonObject Document(StoredFile file) =>
        new()
        {
            ["name"] = file.Name,
            ["size"] = file.Content.Length,
            ["contentType"] = file.ContentType,
            ["photo"] = file.Photo is not null,
            ["href"] = $"/sandbox/files/{file.FileId}",
        };

    private static JsonObject From(ChatMessage message)
    {
        if (message.Anonymous)
        {
            return Author(null, "Group", bot: false);
        }

        return message.From is { } user
            ? Author(user.Id, user.FullName, bot: false)
            : Author(null, "PaymentBot", bot: true);
    }

    private static JsonObject Author(long? userId, string name, bool bot) =>
        new()
        {
            ["userId"] = userId,
            ["name"] = name,
            ["bot"] = bot,
        };
}
