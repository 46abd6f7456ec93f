using System.Text.Json.Nodes;

namespace PaymentBot.Sandbox.Telegram.Methods;

/// <summary>sendMessage, sendDocument, sendPhoto, sendMediaGroup, sendChatAction, deleteMessage.</summary>
internal sealed class SendMethods(TelegramWorld world, TelegramStandInOptions options)
{
    private static readonly TimeSpan Deletable = TimeSpan.FromHours(48);

    private readonly DocumentReader _documents = new(world);
    private long _lastAlbum = 13_900_000_000_000_000;

    public JsonNode SendMessage(BotApiRequest request)
    {
        var chatId = ChatId(request);
        var text = FormattedTextReader.Text(request);
        var markup = ReplyMarkupReader.Read(request, options.AllowLocalButtons);
        return Post(request, chatId, draft => draft with { Text = text, Markup = markup });
    }

    public JsonNode SendDocument(BotApiRequest request) => SendFile(request, "document");

    public JsonNode SendPhoto(BotApiRequest request) => SendFile(request, "photo");

    private JsonObject SendFile(BotApiRequest request, string kind)
    {
        var chatId = ChatId(request);
        var caption = FormattedTextReader.Caption(
            request.Text("caption"),
            request.Text("parse_mode"),
            request.Json("caption_entities")
        );
        var markup = ReplyMarkupReader.Read(request, options.AllowLocalButtons);
        Demand(chatId);
        var document = _documents.Read(request, request.Text(kind), kind, kind is "photo");
        return Post(request, chatId, draft => draft with { Text = caption, Document = document, Markup = markup });
    }

    public JsonNode SendMediaGroup(BotApiRequest request)
    {
        var chatId = ChatId(request);
        if (request.Json("media") is not JsonArray media || media.Count is < 2 or > 10)
        {
            throw BotApiException.BadRequest("there must be 2-10 messages in the album");
        }

        Demand(chatId);
        var photos = (media[0] as JsonObject)?["type"].AsText() is "photo";
        var items = media.Select(item => _documents.Item(request, item, photos)).ToArray();
        var album = Interlocked.Increment(ref _lastAlbum).ToString(System.Globalization.CultureInfo.InvariantCulture);
        var sent = items.Select(item =>
            Post(
                request,
                chatId,
                draft => draft with { Text = item.Caption, Document = item.File, MediaGroupId = album }
            )
        );
        return new JsonArray([.. sent]);
    }

    public JsonNode SendChatAction(BotApiRequest request)
    {
        Demand(ChatId(request), chat => chat.DemandTopic(request.Integer("message_thread_id")));
        return string.IsNullOrEmpty(request.Text("action"))
            ? throw BotApiException.BadRequest("wrong parameter action in request")
            : JsonValue.Create(true);
    }

    public JsonNode DeleteMessage(BotApiRequest request)
    {
        var chatId = ChatId(request);
        world.Within(
            chatId,
            chat =>
            {
                chat.DemandAccess();
                if (!chat.Messages.TryGetValue(request.Integer("message_id") ?? 0, out var message))
                {
                    throw BotApiException.BadRequest("message to delete not found");
                }

                return (message.ByBot || chat.User is not null) && world.Now - message.Date < Deletable
                    ? chat.Messages.Remove(message.MessageId)
                    : throw BotApiException.BadRequest("message can't be deleted");
            }
        );
        world.Changes.Publish(new SandboxChange("message", chatId));
        return JsonValue.Create(true);
    }

    public static long ChatId(BotApiRequest request) =>
        string.IsNullOrEmpty(request.Text("chat_id"))
            ? throw BotApiException.BadRequest("chat_id is empty")
            : request.Integer("chat_id") ?? throw BotApiException.BadRequest("chat not found");

    private void Demand(long chatId, Action<Chat>? more = null) =>
        world.Within(
            chatId,
            chat =>
            {
                chat.DemandAccess();
                more?.Invoke(chat);
                return true;
            }
        );

    private JsonObject Post(BotApiRequest request, long chatId, Func<ChatMessage, ChatMessage> fill)
    {
        var json = world.Within(
            chatId,
            chat =>
            {
                chat.DemandAccess();
                var threadId = request.Integer("message_thread_id");
                chat.DemandTopic(threadId);
                var replyTo = ReplyTo(request, chat);
                var draft = new ChatMessage
                {
                    ChatId = chat.Id,
                    MessageId = chat.NextMessageId(),
                    Date = world.Now,
                    ReplyTo = replyTo,
                    ThreadId = threadId,
                };
                var message = fill(draft);
                chat.Messages.Add(message.MessageId, message);
                return WireFormat.Message(message, chat, options);
            }
        );
        world.Changes.Publish(new SandboxChange("message", chatId));
        return json;
    }

    private static long? ReplyTo(BotApiRequest request, Chat chat)
    {
        if (
            request.Json("reply_parameters") is not JsonObject reply
            || reply["message_id"].AsInteger() is not { } target
        )
        {
            return null;
        }

        if (chat.Messages.ContainsKey(target))
        {
            return target;
        }

        var optional = reply["allow_sending_without_reply"].AsFlag();
        return optional ? null : throw BotApiException.BadRequest("message to be replied not found");
    }
}
