using System.Text.Json.Nodes;

namespace PaymentBot.Sandbox.Telegram;

/// <summary>An update that the bot has not accepted yet.</summary>
/// <param name="UpdateId">Grows by one.</param>
/// <param name="Queue">Updates of one queue go one after the other: the chat of a message, the person of a tap.</param>
/// <param name="Body">The Update object as UTF-8 JSON.</param>
internal sealed record PendingUpdate(long UpdateId, string Queue, byte[] Body, DateTimeOffset ExpiresAt)
{
    public JsonNode ToJson() => JsonNode.Parse(Body)!;
}
