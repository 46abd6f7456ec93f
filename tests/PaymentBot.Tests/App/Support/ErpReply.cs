using System.Text.Json.Nodes;

namespace PaymentBot.Tests.App.Support;

/// <summary>What the bot answered to the ERP.</summary>
internal sealed record ErpReply(int Status, string? ContentType, JsonObject? Body, TimeSpan? RetryAfter, string Text)
{
    public string? Code => (string?)Body?["code"];

    public string? Pointer => (string?)Body?["errors"]?[0]?["pointer"] ?? (string?)Body?["pointer"];

    public string[] Names(string field) => [.. Body![field]!.AsArray().Select(name => (string)name!)];
}
