using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using PaymentBot.Sandbox.Telegram;

namespace PaymentBot.Sandbox.Api;

/// <summary>The chats: what is in them, and acting in them.</summary>
internal sealed class ChatsApi(TelegramStandIn telegram, TimeSpan tapTimeout)
{
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/sandbox/chats", ListAsync);
        routes.MapGet("/sandbox/chats/{chatId}/messages", MessagesAsync);
        routes.MapPost("/sandbox/chats/{chatId}/tap", TapAsync);
        routes.MapPost("/sandbox/chats/{chatId}/say", SayAsync);
        routes.MapPost("/sandbox/chats/{chatId}/topic", TopicAsync);
        routes.MapPost("/sandbox/chats/{chatId}/membership", MembershipAsync);
    }

    private Task ListAsync(HttpContext context)
    {
        var chats = telegram.World.Chats.Select(chat =>
            (JsonNode)ChatJson.Chat(chat, telegram.World.Messages(chat.Id) ?? [])
        );
        return JsonHttp.WriteAsync(context, new JsonArray([.. chats]));
    }

    private Task MessagesAsync(HttpContext context)
    {
        var messages =
            telegram.World.Messages(ChatId(context))
            ?? throw new SandboxException("There is no such chat.", StatusCodes.Status404NotFound);
        return JsonHttp.WriteAsync(context, new JsonArray([.. messages.Select(ChatJson.Message)]));
    }

    private async Task TapAsync(HttpContext context)
    {
        var chatId = ChatId(context);
        var body = await JsonHttp.ReadAsync(context);
        var userId = JsonHttp.Required<long?>(body, "userId")!.Value;
        var messageId = JsonHttp.Required<long?>(body, "messageId")!.Value;
        var button = JsonHttp.Required<string>(body, "button");
        var tap =
            JsonHttp.Optional<bool?>(body, "forged") == true
                ? telegram.Actions.PressForged(chatId, userId, messageId, button)
                : telegram.Actions.Press(chatId, userId, messageId, button);
        tap = await telegram.AnswerAsync(tap, tapTimeout, context.RequestAborted);
        await JsonHttp.WriteAsync(
            context,
            new JsonObject
            {
                ["answered"] = tap.Answered,
                ["text"] = tap.Text,
                ["showAlert"] = tap.ShowAlert,
                ["url"] = tap.Url,
            }
        );
    }

    private async Task SayAsync(HttpContext context)
    {
        var chatId = ChatId(context);
        var body = await JsonHttp.ReadAsync(context);
        var userId = JsonHttp.Required<long?>(body, "userId")!.Value;
        var text = JsonHttp.Required<string>(body, "text");
        if (string.IsNullOrWhiteSpace(text))
        {
            throw JsonHttp.Bad("The text is empty.");
        }

        var how = new Saying(
            JsonHttp.Optional<long?>(body, "replyTo"),
            JsonHttp.Optional<long?>(body, "threadId"),
            JsonHttp.Optional<bool?>(body, "anonymous") ?? false
        );
        var said = telegram.Actions.Say(chatId, userId, text, how);
        await JsonHttp.WriteAsync(context, new JsonObject { ["messageId"] = said.MessageId });
    }

    /// <summary><c>{userId, threadId, state: "open" | "closed" | "deleted"}</c>.</summary>
    private async Task TopicAsync(HttpContext context)
    {
        var chatId = ChatId(context);
        var body = await JsonHttp.ReadAsync(context);
        var userId = JsonHttp.Required<long?>(body, "userId")!.Value;
        var threadId = JsonHttp.Optional<long?>(body, "threadId");
        switch (JsonHttp.Required<string>(body, "state"))
        {
            case "deleted":
                telegram.Topics.Delete(chatId, threadId ?? ForumTopic.General);
                break;
            case "closed":
                telegram.Topics.SetClosed(chatId, threadId, true, userId);
                break;
            case "open":
                telegram.Topics.SetClosed(chatId, threadId, false, userId);
                break;
            default:
                throw JsonHttp.Bad("The state must be open, closed or deleted.");
        }

        context.Response.StatusCode = StatusCodes.Status204NoContent;
    }

    /// <summary><c>{userId, bot: "member" | "silenced" | "kicked"}</c>: what somebody does with the bot in a group.</summary>
    private async Task MembershipAsync(HttpContext context)
    {
        var chatId = ChatId(context);
        var body = await JsonHttp.ReadAsync(context);
        var membership = JsonHttp.Required<string>(body, "bot") switch
        {
            "member" => BotMembership.Member,
            "silenced" => BotMembership.Silenced,
            "kicked" => BotMembership.Kicked,
            _ => throw JsonHttp.Bad("The bot must be member, silenced or kicked."),
        };
        telegram.Actions.SetMembership(chatId, membership, JsonHttp.Required<long?>(body, "userId")!.Value);
        context.Response.StatusCode = StatusCodes.Status204NoContent;
    }

    private static long ChatId(HttpContext context) =>
        long.TryParse(
            WebUtility.UrlDecode((string?)context.Request.RouteValues["chatId"]),
            NumberStyles.AllowLeadingSign,
            CultureInfo.InvariantCulture,
            out var chatId
        )
            ? chatId
            : throw new SandboxException("There is no such chat.", StatusCodes.Status404NotFound);
}
