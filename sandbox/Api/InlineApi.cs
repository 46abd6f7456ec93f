using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using PaymentBot.Sandbox.Telegram;
using PaymentBot.Sandbox.Telegram.Inline;

namespace PaymentBot.Sandbox.Api;

/// <summary>Typing <c>@bot text</c> in a chat, and sending one of the results.</summary>
internal sealed class InlineApi(TelegramStandIn telegram, TimeSpan timeout)
{
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/sandbox/inline", DescribeAsync);
        routes.MapPost("/sandbox/chats/{chatId}/inline", AskAsync);
        routes.MapPost("/sandbox/inline/{queryId}/choose", ChooseAsync);
    }

    private Task DescribeAsync(HttpContext context) =>
        JsonHttp.WriteAsync(context, new JsonObject { ["username"] = telegram.BotUsername });

    private async Task AskAsync(HttpContext context)
    {
        var body = await JsonHttp.ReadAsync(context);
        var session = telegram.Inline.Ask(
            ChatId(context),
            JsonHttp.Required<long?>(body, "userId")!.Value,
            JsonHttp.Optional<string>(body, "query") ?? string.Empty,
            JsonHttp.Optional<string>(body, "offset") ?? string.Empty
        );
        session = await telegram.AnswerAsync(session, timeout, context.RequestAborted);
        await JsonHttp.WriteAsync(context, Describe(session));
    }

    private async Task ChooseAsync(HttpContext context)
    {
        var body = await JsonHttp.ReadAsync(context);
        var message = telegram.Inline.Choose(
            (string)context.Request.RouteValues["queryId"]!,
            JsonHttp.Required<long?>(body, "userId")!.Value,
            JsonHttp.Required<string>(body, "resultId")
        );
        await JsonHttp.WriteAsync(
            context,
            new JsonObject
            {
                ["chatId"] = message.ChatId,
                ["messageId"] = message.MessageId,
                ["inlineMessageId"] = message.InlineMessageId,
            }
        );
    }

    private static JsonObject Describe(InlineSession session)
    {
        var results = (session.Answer?["results"] as JsonArray) ?? [];
        var button = session.Answer?["button"] as JsonObject;
        return new JsonObject
        {
            ["queryId"] = session.Id,
            ["answered"] = session.Answer is not null,
            ["results"] = new JsonArray([
                .. results
                    .OfType<JsonObject>()
                    .Select(result => new JsonObject
                    {
                        ["id"] = result["id"].AsText(),
                        ["title"] = result["title"].AsText(),
                        ["description"] = result["description"].AsText(),
                    }),
            ]),
            ["nextOffset"] = session.Answer?["next_offset"].AsText() ?? string.Empty,
            ["button"] = button is null
                ? null
                : new JsonObject
                {
                    ["text"] = button["text"].AsText(),
                    ["startParameter"] = button["start_parameter"].AsText(),
                },
        };
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
