using System.Collections.Concurrent;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Nodes;
using PaymentBot.Sandbox;
using PaymentBot.Sandbox.Erp;

namespace PaymentBot.Tests.App.Support;

/// <summary>The ERP's side of the contract, call by call: the stand-in's outbox is emptied by hand.</summary>
internal sealed class ErpClerk : IDisposable
{
    private readonly BotHarness _harness;
    private readonly HttpClient _http = new(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false });
    private readonly ConcurrentQueue<OutboxMessage> _waiting = new();
    private int _lastCall;

    public ErpClerk(BotHarness harness, ErpStandIn standIn)
    {
        _harness = harness;
        StandIn = standIn;
        standIn.Ledger.Send = _waiting.Enqueue;
    }

    public ErpStandIn StandIn { get; }

    /// <summary>Whether announced snapshots are delivered by <see cref="FlushAsync"/>.</summary>
    public bool Announces { get; set; } = true;

    public bool HasWaiting => Announces && !_waiting.IsEmpty;

    /// <summary>The last answer to a delivered announcement.</summary>
    public ErpReply LastAnswer { get; private set; } = null!;

    /// <summary>What may not stand in a log: payees and purposes.</summary>
    public ConcurrentBag<string> Confidential { get; } = [];

    public string Create(JsonObject snapshot) => StandIn.Create(snapshot);

    public string Create(int sample) => StandIn.CreateSample(sample);

    public string Number(string id) => StandIn.Ledger.Read(id, document => (string?)document.Snapshot["number"])!;

    public byte[] Snapshot(string id) =>
        StandIn.Ledger.Read(id, document => System.Text.Encoding.UTF8.GetBytes(document.Snapshot.ToJsonString()))!;

    /// <summary>The decisions the ERP has answered, applied or refused, each once.</summary>
    public IReadOnlyDictionary<string, JsonObject> Answers(string id) =>
        StandIn.Ledger.Read(id, document => document.Answers.ToDictionary(StringComparer.Ordinal))!;

    public int Applied(string id) => Answers(id).Values.Count(answer => (string?)answer["outcome"] is "applied");

    /// <summary>The calls with decisions that came, repeated ones included.</summary>
    public int DecisionCalls(string id) =>
        StandIn.Ledger.Read(id, document => document.Log.FindAll(entry => entry.Kind is "decision"))!.Count;

    public OutboxMessage[] TakeAnnouncements()
    {
        List<OutboxMessage> taken = [];
        while (_waiting.TryDequeue(out var message))
        {
            taken.Add(message);
        }

        return [.. taken];
    }

    /// <summary>Delivers every waiting announcement in order, and the files that are then missing.</summary>
    public async Task FlushAsync()
    {
        while (Announces && _waiting.TryDequeue(out var message))
        {
            await DeliverAsync(message);
        }
    }

    /// <summary>Delivers one announcement and the files that are then missing.</summary>
    public async Task DeliverAsync(OutboxMessage message, bool files = true)
    {
        LastAnswer = await NotifyAsync(message.Body, new ErpCallOptions { WebhookId = message.WebhookId });
        Assert.True(LastAnswer.Status is 200 or 202, LastAnswer.Text);
        StandIn.Ledger.KeepHash(message.RequestId, message.Revision, (string?)LastAnswer.Body!["contentHash"]);
        foreach (var missing in files ? LastAnswer.Names("missingAttachments") : [])
        {
            if (StandIn.Ledger.File(message.RequestId, missing) is { } file)
            {
                Assert.True((await PutAsync(message.RequestId, file)).Status is 201 or 204);
            }
        }
    }

    public Task<ErpReply> NotifyAsync(string id) => NotifyAsync(Snapshot(id));

    public Task<ErpReply> NotifyAsync(byte[] body, ErpCallOptions? options = null)
    {
        Note(body);
        return SendAsync(HttpMethod.Post, "/api/erp/notify", body, options);
    }

    public Task<ErpReply> PeopleAsync(string body, ErpCallOptions? options = null) =>
        SendAsync(HttpMethod.Post, "/api/erp/people", System.Text.Encoding.UTF8.GetBytes(body), options);

    public Task<ErpReply> PutAsync(string id, ErpFile file) => PutAsync(id, file.Id, file.Content);

    public Task<ErpReply> PutAsync(string id, string fileId, byte[] content, ErpCallOptions? options = null)
    {
        var path = $"/api/erp/requests/{Uri.EscapeDataString(id)}/attachments/{Uri.EscapeDataString(fileId)}";
        return SendAsync(HttpMethod.Put, path, content, options);
    }

    public async Task<JsonObject> StateAsync(string id)
    {
        var reply = await SendAsync(HttpMethod.Get, $"/api/erp/requests/{Uri.EscapeDataString(id)}", [], null);
        Assert.True(reply.Status == 200, reply.Text);
        return reply.Body!;
    }

    /// <summary>The delivery of one recipient as the ERP is told it.</summary>
    public async Task<JsonNode> DeliveryAsync(string id, string recipient) =>
        (await StateAsync(id))["deliveries"]!
            .AsArray()
            .Single(delivery => string.Equals((string?)delivery!["recipient"], recipient, StringComparison.Ordinal))!;

    /// <summary>The only decision as the ERP is told it.</summary>
    public async Task<JsonNode> DecisionAsync(string id) => (await StateAsync(id))["decisions"]!.AsArray().Single()!;

    public async Task<ErpReply> SendAsync(HttpMethod method, string path, byte[] body, ErpCallOptions? options)
    {
        using var request = Signed(method, path, body, options);
        using var response = await _http.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        return new ErpReply(
            (int)response.StatusCode,
            response.Content.Headers.ContentType?.MediaType,
            text.StartsWith('{') ? JsonNode.Parse(text) as JsonObject : null,
            response.Headers.RetryAfter?.Delta,
            text
        );
    }

    /// <summary>A call, not sent yet.</summary>
    public HttpRequestMessage Signed(HttpMethod method, string path, byte[] body, ErpCallOptions? options = null)
    {
        options ??= new ErpCallOptions();
        var id = options.WebhookId ?? $"call_{Interlocked.Increment(ref _lastCall)}";
        var at = (_harness.Now + options.ClockOff).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var key = options.Key ?? _harness.ErpOptions.InboundKey;
        var request = new HttpRequestMessage(method, new Uri(_harness.BotUrl, path));
        if (method != HttpMethod.Get)
        {
            request.Content = new ByteArrayContent(body);
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        }

        request.Headers.TryAddWithoutValidation("webhook-id", id);
        request.Headers.TryAddWithoutValidation("webhook-timestamp", at);
        request.Headers.TryAddWithoutValidation(
            "webhook-signature",
            options.Signature ?? WebhookSignature.Sign(key, id, at, options.SignedBody ?? body)
        );
        request.Headers.TryAddWithoutValidation("Accept-Language", options.Language);
        return request;
    }

    public void Dispose() => _http.Dispose();

    private void Note(byte[] body)
    {
        try
        {
            var snapshot = JsonNode.Parse(body) as JsonObject;
            Confidential.Add(snapshot?["payee"]?["name"].AsText() ?? string.Empty);
            Confidential.Add(snapshot?["purpose"].AsText() ?? string.Empty);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or ArgumentException)
        {
            // A body that is bad on purpose.
        }
    }
}
