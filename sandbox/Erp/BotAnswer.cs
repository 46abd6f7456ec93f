using System.Text.Json.Nodes;

namespace PaymentBot.Sandbox.Erp;

/// <summary>What the bot answered.</summary>
/// <param name="Status">The HTTP status, 0 when there was no answer.</param>
internal sealed record BotAnswer(int Status, JsonObject? Body, TimeSpan? RetryAfter)
{
    /// <summary>Worth another attempt: no answer, 429 or a server fault.</summary>
    public bool Temporary => Status is 0 or 408 or 429 or >= 500;
}
