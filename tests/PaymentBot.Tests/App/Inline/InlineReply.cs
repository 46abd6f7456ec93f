using System.Text.Json.Nodes;
using PaymentBot.Sandbox.Telegram.Inline;

namespace PaymentBot.Tests.App.Inline;

/// <summary>The answer to an inline query.</summary>
/// <param name="Session">The query.</param>
/// <param name="Answer">The parameters of answerInlineQuery.</param>
internal sealed record InlineReply(InlineSession Session, JsonObject Answer)
{
    public IReadOnlyList<JsonObject> Results => [.. (Answer["results"] as JsonArray ?? []).OfType<JsonObject>()];

    public IReadOnlyList<string> Ids => [.. Results.Select(result => (string)result["id"]!)];

    public IReadOnlyList<string> Titles =>
        [.. Results.Select(result => ((string)result["title"]!).Replace('\u00A0', ' '))];

    public string NextOffset => (string?)Answer["next_offset"] ?? string.Empty;

    public string? Button => (string?)Answer["button"]?["text"];

    public string? StartParameter => (string?)Answer["button"]?["start_parameter"];
}
