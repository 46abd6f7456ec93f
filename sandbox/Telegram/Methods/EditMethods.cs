using System.Text.Json.Nodes;

namespace PaymentBot.Sandbox.Telegram.Methods;

/// <summary>editMessageText, editMessageCaption, editMessageReplyMarkup: each replaces the whole.</summary>
internal sealed class EditMethods(TelegramWorld world, TelegramStandInOptions options)
{
    private const string NotModified =
        "message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message";

    public JsonNode EditMessageText(BotApiRequest request)
    {
        var text = FormattedTextReader.Text(request);
        return Edit(
            request,
            (message, markup) =>
                message.Document is null
                    ? message with
                    {
                        Text = text,
                        Markup = markup,
                    }
                    : throw BotApiException.BadRequest("there is no text in the message to edit")
        );
    }

    public JsonNode EditMessageCaption(BotApiRequest request)
    {
        var caption = FormattedTextReader.Caption(
            request.Text("caption"),
            request.Text("parse_mode"),
            request.Json("caption_entities")
        );
        return Edit(
            request,
            (message, markup) =>
                message.Document is null
                    ? throw BotApiException.BadRequest("there is no caption in the message to edit")
                    : message with
                    {
                        Text = caption,
                        Markup = markup,
                    }
        );
    }

    public JsonNode EditMessageReplyMarkup(BotApiRequest request) =>
        Edit(request, (message, markup) => message with { Markup = markup });

    private JsonNode Edit(BotApiRequest request, Func<ChatMessage, ReplyMarkup, ChatMessage> change)
    {
        if (request.Text("inline_message_id") is { } inlineMessageId)
        {
            return EditInline(request, inlineMessageId, change);
        }

        if (request.Text("chat_id") is null || request.Integer("message_id") is not { } messageId)
        {
            throw BotApiException.BadRequest("message identifier is not specified");
        }

        // Omitting reply_markup removes the keyboard.
        var markup = ReplyMarkupReader.Read(request, options.AllowLocalButtons);
        var chatId = SendMethods.ChatId(request);
        var json = world.Within(chatId, chat => Apply(chat, messageId, markup, change));
        world.Changes.Publish(new SandboxChange("message", chatId));
        return json;
    }

    /// <summary>Needs no access to the chat, and answers True.</summary>
    private JsonValue EditInline(
        BotApiRequest request,
        string inlineMessageId,
        Func<ChatMessage, ReplyMarkup, ChatMessage> change
    )
    {
        var markup = ReplyMarkupReader.Read(request, options.AllowLocalButtons);
        var found = world.InlineMessage(inlineMessageId) ?? throw BotApiException.BadRequest("MESSAGE_ID_INVALID");
        world.Within(
            found.ChatId,
            chat =>
            {
                if (!chat.Messages.TryGetValue(found.MessageId, out var message))
                {
                    throw BotApiException.BadRequest("MESSAGE_ID_INVALID");
                }

                chat.Messages[message.MessageId] = Changed(message, change(message, markup));
                return true;
            }
        );
        world.Changes.Publish(new SandboxChange("message", found.ChatId));
        return JsonValue.Create(true);
    }

    private ChatMessage Changed(ChatMessage before, ChatMessage after) =>
        after.Text.SameAs(before.Text) && after.Markup.SameButtons(before.Markup)
            ? throw BotApiException.BadRequest(NotModified)
            : after with
            {
                EditDate = world.Now,
            };

    private JsonObject Apply(
        Chat chat,
        long messageId,
        ReplyMarkup markup,
        Func<ChatMessage, ReplyMarkup, ChatMessage> change
    )
    {
        DemandEditAccess(chat);
        if (!chat.Messages.TryGetValue(messageId, out var message))
        {
            throw BotApiException.BadRequest("message to edit not found");
        }

        if (!message.ByBot || message.Markup.Frozen)
        {
            throw BotApiException.BadRequest("message can't be edited");
        }

        // An edit cannot change whether the message asks for a reply.
        var kept = markup with
        {
            ForceReply = message.Markup.ForceReply,
            Placeholder = message.Markup.Placeholder,
        };
        var edited = Changed(message, change(message, kept));
        chat.Messages[messageId] = edited;
        return WireFormat.Message(edited, chat, options);
    }

    private static void DemandEditAccess(Chat chat)
    {
        // Earlier messages of a group that became a supergroup are still edited under the old id.
        if (chat.MigratedTo is null)
        {
            chat.DemandAccess();
        }
    }
}
