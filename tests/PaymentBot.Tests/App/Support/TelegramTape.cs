using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using PaymentBot.Sandbox.Telegram;
using PaymentBot.Testing.Schema;
using SchemaRequest = PaymentBot.Testing.Schema.BotApiRequest;

namespace PaymentBot.Tests.App.Support;

/// <summary>Every request the bot made to Telegram, those in webhook answers included, each held against the published schema.</summary>
internal sealed class TelegramTape(TimeProvider clock)
{
    private readonly ConcurrentQueue<TapedCall> _calls = new();
    private readonly ConcurrentQueue<string> _violations = new();

    public IReadOnlyCollection<TapedCall> Calls => _calls;

    public IReadOnlyCollection<string> Violations => _violations;

    public void Add(RecordedCall call)
    {
        _calls.Enqueue(new TapedCall(clock.GetUtcNow(), call));
        Hold(call.Method, Schema(call));
    }

    /// <summary>Takes a method call out of a webhook answer.</summary>
    public void AddReply(JsonObject reply)
    {
        var method = (string)reply["method"]!;
        var parameters = (JsonObject)reply.DeepClone();
        parameters.Remove("method");
        var call = new RecordedCall(method, "webhook", parameters, new Dictionary<string, BotApiFile>(), 200, null);
        _calls.Enqueue(new TapedCall(clock.GetUtcNow(), call));
        Hold(method, Schema(call));
    }

    public IReadOnlyList<TapedCall> Of(string method) =>
        [.. _calls.Where(taped => string.Equals(taped.Call.Method, method, StringComparison.OrdinalIgnoreCase))];

    private static SchemaRequest Schema(RecordedCall call)
    {
        if (call.ContentType is not "multipart/form-data")
        {
            return SchemaRequest.FromJson(System.Text.Encoding.UTF8.GetBytes(call.Parameters.ToJsonString()));
        }

        var files = call.Files.ToDictionary(
            file => file.Key,
            file => new UploadedFile(file.Value.FileName, file.Value.ContentType, file.Value.Content),
            StringComparer.Ordinal
        );
        var texts = call.Parameters.ToDictionary(pair => pair.Key, pair => (string)pair.Value!, StringComparer.Ordinal);
        return SchemaRequest.FromForm(texts, files);
    }

    private void Hold(string method, SchemaRequest request)
    {
        foreach (var violation in BotApiValidator.Validate(method, request))
        {
            _violations.Enqueue($"{method}: {violation}");
        }
    }
}
