using System.Text.Json.Nodes;

namespace PaymentBot.Sandbox.Telegram;

/// <summary>One call of the bot as it came, and what it was answered.</summary>
/// <param name="Method">The method as the bot spelled it.</param>
/// <param name="ContentType">Media type of the request; <c>webhook</c> for a call made in the answer to a webhook.</param>
/// <param name="Parameters">Parameters; JSON values from a JSON call, text from a form. Belongs to the observer.</param>
/// <param name="Files">Uploaded parts by part name.</param>
/// <param name="Status">The <c>error_code</c>, or 200.</param>
/// <param name="Description">The error text, or null.</param>
internal sealed record RecordedCall(
    string Method,
    string? ContentType,
    JsonObject Parameters,
    IReadOnlyDictionary<string, BotApiFile> Files,
    int Status,
    string? Description
);
