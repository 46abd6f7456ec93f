using System.Text.Json.Nodes;
using PaymentBot.Sandbox.Telegram.Inline;

namespace PaymentBot.Sandbox.Telegram.Methods;

/// <summary>answerInlineQuery.</summary>
internal sealed class InlineMethods(TelegramWorld world, TelegramStandInOptions options)
{
    public JsonNode AnswerInlineQuery(BotApiRequest request)
    {
        InlineResultReader.Check(request, options.AllowLocalButtons);
        var answer = (JsonObject)request.Parameters.DeepClone();
        answer["results"] = request.Json("results")?.DeepClone();
        answer["button"] = request.Json("button")?.DeepClone();
        var taken = world.Inline.Answer(
            request.Text("inline_query_id") ?? string.Empty,
            session => IsOpen(session) ? session with { Answer = answer } : null
        );
        return taken
            ? JsonValue.Create(true)
            : throw BotApiException.BadRequest("query is too old and response timeout expired or query ID is invalid");
    }

    private bool IsOpen(InlineSession session) =>
        session.Answer is null && session.At + options.InlineLifetime > world.Now;
}
