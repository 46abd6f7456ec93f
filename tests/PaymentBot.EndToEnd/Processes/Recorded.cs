using System.Text.Json;
using PaymentBot.Sandbox.Telegram;
using PaymentBot.Testing.Schema;
using SchemaRequest = PaymentBot.Testing.Schema.BotApiRequest;

namespace PaymentBot.EndToEnd.Processes;

/// <summary>Turns what the stand-in recorded into what the validator reads.</summary>
internal static class Recorded
{
    public static SchemaRequest Request(RecordedCall call) =>
        call.ContentType is "application/json" or "webhook"
            ? SchemaRequest.FromJson(JsonSerializer.SerializeToUtf8Bytes(call.Parameters))
            : SchemaRequest.FromForm(
                call.Parameters.ToDictionary(pair => pair.Key, pair => pair.Value!.ToString(), StringComparer.Ordinal),
                call.Files.ToDictionary(
                    file => file.Key,
                    file => new UploadedFile(file.Value.FileName, file.Value.ContentType, file.Value.Content),
                    StringComparer.Ordinal
                )
            );
}
