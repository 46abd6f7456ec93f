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

        var said = telegram.Actions.Say(chatId, userId, text, JsonHttp.Optional<long?>(body, "replyTo"));
        await JsonHttp.WriteAsync(context, new JsonObject { ["messageId"] = said.MessageId });
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
