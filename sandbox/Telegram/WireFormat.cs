using System.Text.Json.Nodes;

namespace PaymentBot.Sandbox.Telegram;

/// <summary>Writes the Bot API's own JSON types.</summary>
internal static class WireFormat
{
    /// <summary>In whose name anonymous administrators write.</summary>
    private const long AnonymousBot = 1_087_968_824;

    public static JsonObject User(TelegramUser user)
    {
        var json = new JsonObject
        {
            ["id"] = user.Id,
            ["is_bot"] = false,
            ["first_name"] = user.FirstName,
            ["language_code"] = user.LanguageCode,
        };
        Add(json, "last_name", user.LastName);
        Add(json, "username", user.Username);
        return json;
    }

    public static JsonObject Bot(TelegramStandInOptions options) =>
        new()
        {
            ["id"] = BotId(options),
            ["is_bot"] = true,
            ["first_name"] = options.BotName,
            ["username"] = options.BotUsername,
        };

    public static long BotId(TelegramStandInOptions options) =>
        long.Parse(options.BotToken.Split(':')[0], System.Globalization.CultureInfo.InvariantCulture);

    public static JsonObject Chat(Chat chat)
    {
        var json = new JsonObject { ["id"] = chat.Id, ["type"] = chat.Type };
        if (chat.User is not { } user)
        {
            json["title"] = chat.Title;
            if (chat.IsForum)
            {
                json["is_forum"] = true;
            }

            return json;
        }

        json["first_name"] = user.FirstName;
        Add(json, "last_name", user.LastName);
        Add(json, "username", user.Username);
        return json;
    }

    /// <summary>A message, with the one it answers unless that is <paramref name="nested"/> already.</summary>
    public static JsonObject Message(
        ChatMessage message,
        Chat chat,
        TelegramStandInOptions options,
        bool nested = false
    )
    {
        var json = new JsonObject
        {
            ["message_id"] = message.MessageId,
            ["from"] = From(message, options),
            ["chat"] = Chat(chat),
            ["date"] = message.Date.ToUnixTimeSeconds(),
        };
        AddPlace(json, message, chat);
        if (message.EditDate is { } edited)
        {
            json["edit_date"] = edited.ToUnixTimeSeconds();
        }

        if (message.ViaBot)
        {
            json["via_bot"] = Bot(options);
        }

        if (!nested && message.ReplyTo is { } id && chat.Messages.TryGetValue(id, out var original))
        {
            json["reply_to_message"] = Message(original, chat, options, nested: true);
        }

        Add(json, "media_group_id", message.MediaGroupId);
        AddText(json, message);
        if (message.Markup.Rows.Count > 0)
        {
            json["reply_markup"] = Markup(message.Markup);
        }

        return json;
    }

    private static JsonObject From(ChatMessage message, TelegramStandInOptions options)
    {
        if (message.Anonymous)
        {
            return new JsonObject
            {
                ["id"] = AnonymousBot,
                ["is_bot"] = true,
                ["first_name"] = "Group",
                ["username"] = "GroupAnonymousBot",
            };
        }

        return message.From is { } user ? User(user) : Bot(options);
    }

    private static void AddPlace(JsonObject json, ChatMessage message, Chat chat)
    {
        if (message.Anonymous)
        {
            json["sender_chat"] = Chat(chat);
        }

        if (message.ThreadId is { } threadId)
        {
            json["message_thread_id"] = threadId;
            json["is_topic_message"] = true;
        }

        if (message.Service is { } service)
        {
            json[service] = new JsonObject();
        }
    }

    public static JsonObject Markup(ReplyMarkup markup)
    {
        var rows = markup.Rows.Select(row => (JsonNode)new JsonArray([.. row.Select(Button)]));
        return new JsonObject { ["inline_keyboard"] = new JsonArray([.. rows]) };
    }

    private static JsonObject Button(InlineButton button)
    {
        var json = button.Extra is null ? [] : (JsonObject)JsonNode.Parse(button.Extra)!;
        json["text"] = button.Text;
        Add(json, "callback_data", button.CallbackData);
        Add(json, "url", button.Url);
        return json;
    }

    private static void AddText(JsonObject json, ChatMessage message)
    {
        var prefix = string.Empty;
        if (message.Document is { } file)
        {
            prefix = "caption_";
            AddFile(json, file);
        }

        if (message.Text.Plain.Length > 0)
        {
            json[message.Document is null ? "text" : "caption"] = message.Text.Plain;
        }

        if (message.Text.Entities.Count > 0)
        {
            json[$"{prefix}entities"] = new JsonArray([.. message.Text.Entities.Select(Entity)]);
        }
    }

    private static void AddFile(JsonObject json, StoredFile file)
    {
        var known = new JsonObject
        {
            ["file_id"] = file.FileId,
            ["file_unique_id"] = file.FileUniqueId,
            ["file_size"] = file.Content.Length,
        };
        if (file.Photo is { } size)
        {
            known["width"] = size.Width;
            known["height"] = size.Height;
            json["photo"] = new JsonArray(known);
            return;
        }

        known["file_name"] = file.Name;
        known["mime_type"] = file.ContentType;
        json["document"] = known;
    }

    private static JsonObject Entity(TextEntity entity)
    {
        var json = new JsonObject
        {
            ["type"] = entity.Type,
            ["offset"] = entity.Offset,
            ["length"] = entity.Length,
        };
        var name = entity.Type switch
        {
            "text_link" => "url",
            "pre" => "language",
            "custom_emoji" => "custom_emoji_id",
            _ => null,
        };
        if (name is not null)
        {
            Add(json, name, entity.Detail);
        }

        return json;
    }

    private static void Add(JsonObject json, string name, string? value)
    {
        if (value is not null)
        {
            json[name] = value;
        }
    }
}
