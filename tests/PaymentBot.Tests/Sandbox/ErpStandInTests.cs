using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using PaymentBot.Sandbox.Erp;
using PaymentBot.Sandbox.Hosting;
using PaymentBot.Testing;

namespace PaymentBot.Tests.Sandbox;

public sealed class ErpStandInTests : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly ManualTimeProvider _clock = new();
    private readonly HttpClient _http = new();
    private readonly ErpStandInOptions _keys = new();
    private ErpCalls _bot = null!;
    private ErpStandIn _erp = null!;

    public async Task InitializeAsync()
    {
        _bot = await ErpCalls.StartAsync();
        var options = new ErpStandInOptions
        {
            BotUrl = _bot.Url,
            People = [.. SandboxPeople.All.Select(person => person.Erp)],
        };
        _erp = await ErpStandIn.StartAsync(options, _clock);
    }

    public async Task DisposeAsync()
    {
        await _erp.DisposeAsync();
        await _bot.DisposeAsync();
        _http.Dispose();
    }

    [Fact]
    public async Task Notification_is_a_whole_snapshot_with_a_standard_webhooks_signature()
    {
        var id = await CreateAsync(1);
        var call = Assert.Single(_bot.Calls);
        Assert.Equal("POST /api/erp/notify", call.Line);
        Assert.Equal(Sign(_keys.InboundKey, call.Id, call.Timestamp, call.Body), call.Signature);
        Assert.Equal(_clock.GetUtcNow().ToUnixTimeSeconds(), long.Parse(call.Timestamp, null));
        Assert.Equal(id, (string)call.Json["id"]!);
        Assert.Equal(1, (int)call.Json["revision"]!);
        Assert.Equal(
            ["current", "waiting", "waiting"],
            call.Json["route"]!.AsArray().Select(s => (string)s!["state"]!)
        );
        Assert.Equal(2, call.Json["route"]![1]!["approvers"]!.AsArray().Count);
    }

    [Fact]
    public async Task Missing_files_follow_byte_for_byte()
    {
        _bot.Answer = (call, _) =>
            call.Line.StartsWith("POST", StringComparison.Ordinal)
                ? $$"""{"missingAttachments":{{new JsonArray([.. call.Json["attachments"]!.AsArray().Select(a => a!["id"]!.DeepClone())]).ToJsonString()}}}"""
                : null;
        await CreateAsync(2);
        var declared = _bot.Calls.First().Json["attachments"]!.AsArray();
        var sent = _bot.Calls.Skip(1).ToArray();
        Assert.Equal(3, sent.Length);
        Assert.Equal(
            declared.Select(file => (string)file!["sha256"]!),
            sent.Select(call => Convert.ToHexStringLower(SHA256.HashData(call.Body)))
        );
        Assert.All(
            sent,
            call => Assert.Equal(Sign(_keys.InboundKey, call.Id, call.Timestamp, call.Body), call.Signature)
        );
        Assert.Equal(declared[0]!["name"]!.ToString(), declared[2]!["name"]!.ToString());
    }

    [Fact]
    public async Task Failed_notification_is_repeated_with_the_same_id_and_revisions_stay_in_order()
    {
        var fail = true;
        _bot.Answer = (_, response) =>
        {
            if (fail)
            {
                response.StatusCode = 503;
                response.Headers.RetryAfter = "9";
            }

            return null;
        };
        var pause = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _clock.Scheduled += due => _ = due == TimeSpan.FromSeconds(9) && pause.TrySetResult();
        var id = _erp.CreateSample(1);
        await pause.Task.WaitAsync(Patience);
        _erp.ChangeAmount(id, "5.00");
        fail = false;
        _clock.Advance(TimeSpan.FromSeconds(9));
        await SettledAsync();
        Assert.Equal([1, 1, 2], _bot.Calls.Select(call => (int)call.Json["revision"]!));
        Assert.Equal(
            [true, false],
            _bot.Calls.Skip(1).Select(call => string.Equals(call.Id, _bot.Calls.First().Id, StringComparison.Ordinal))
        );
    }

    [Fact]
    public async Task Three_approvals_bring_the_document_through_the_route()
    {
        var id = await CreateAsync(1);
        foreach (var (stage, person) in Approvers())
        {
            Assert.Equal("applied", (string)(await DecideAsync(id, stage, stage, person))["outcome"]!);
        }

        Assert.Equal("approved", _erp.Status(id));
        _erp.MarkPaid(id);
        await SettledAsync();
        Assert.Equal([1, 2, 3, 4, 5], _bot.Calls.Select(call => (int)call.Json["revision"]!));
        Assert.Equal("paid", (string)_bot.Calls.Last().Json["status"]!);
    }

    [Fact]
    public async Task Same_decision_gets_the_same_answer_and_counts_once()
    {
        var id = await CreateAsync(1);
        var first = await DecideAsync(id, 1, 1, SandboxPeople.BudgetHolder, decisionId: "d-1");
        var again = await DecideAsync(id, 1, 1, SandboxPeople.BudgetHolder, decisionId: "d-1");
        Assert.Equal(first.ToJsonString(), again.ToJsonString());
        Assert.Equal(2, (int)again["snapshot"]!["revision"]!);
    }

    [Fact]
    public async Task Treasury_refuses_what_is_late_out_of_turn_or_not_what_was_seen()
    {
        var id = await CreateAsync(1);
        Assert.Equal("notYourTurn", await ReasonAsync(id, 1, 1, SandboxPeople.Treasurer));
        Assert.Equal("notYourTurn", await ReasonAsync(id, 1, 3, SandboxPeople.Treasurer));
        _erp.ChangeAmount(id, "1.00");
        Assert.Equal("documentChanged", await ReasonAsync(id, 1, 1, SandboxPeople.BudgetHolder));
        await DecideAsync(id, 2, 1, SandboxPeople.BudgetHolder);
        Assert.Equal("alreadyDecided", await ReasonAsync(id, 2, 1, SandboxPeople.BudgetHolder));
        _erp.Withdraw(id);
        Assert.Equal("withdrawn", await ReasonAsync(id, 3, 2, SandboxPeople.FinancialManager));
    }

    [Fact]
    public async Task Rejection_ends_the_route_and_keeps_its_reason()
    {
        var id = await CreateAsync(1);
        var answer = await DecideAsync(id, 1, 1, SandboxPeople.BudgetHolder, "reject");
        var route = answer["snapshot"]!["route"]!.AsArray();
        Assert.Equal(["rejected", "skipped", "skipped"], route.Select(stage => (string)stage!["state"]!));
        Assert.Equal("because", (string)route[0]!["comment"]!);
        Assert.Equal("rejected", _erp.Status(id));
    }

    [Fact]
    public async Task Forged_and_stale_signatures_are_refused_and_a_down_erp_answers_503()
    {
        var id = await CreateAsync(1);
        using var forged = await PostAsync(
            Event(id, 1, 1, SandboxPeople.BudgetHolder, "approve", "d"),
            "whsec_b3RoZXI="
        );
        Assert.Equal(401, (int)forged.StatusCode);
        using var stale = await PostAsync(
            Event(id, 1, 1, SandboxPeople.BudgetHolder, "approve", "d"),
            _keys.OutboundKey,
            TimeSpan.FromMinutes(-6)
        );
        Assert.Equal(401, (int)stale.StatusCode);
        _erp.Faults = new ErpFaults { Down = true, RetryAfter = 2 };
        using var down = await PostAsync(
            Event(id, 1, 1, SandboxPeople.BudgetHolder, "approve", "d"),
            _keys.OutboundKey
        );
        Assert.Equal(503, (int)down.StatusCode);
        Assert.Equal("2", down.Headers.RetryAfter?.ToString());
        Assert.Equal("pending", _erp.Status(id));
    }

    private static IEnumerable<(int Stage, SandboxPerson Person)> Approvers() =>
        [(1, SandboxPeople.BudgetHolder), (2, SandboxPeople.SecondFinancialManager), (3, SandboxPeople.Treasurer)];

    // The signature as the specification words it, with no code of the stand-in.
    private static string Sign(string key, string id, string timestamp, byte[] body)
    {
        var text = $"{id}.{timestamp}.{Encoding.UTF8.GetString(body)}";
        var signed =
            body.Contains((byte)0xFF) || body.Contains((byte)0x89)
                ? [.. Encoding.UTF8.GetBytes($"{id}.{timestamp}."), .. body]
                : Encoding.UTF8.GetBytes(text);
        using var hmac = new HMACSHA256(Convert.FromBase64String(key["whsec_".Length..]));
        return "v1," + Convert.ToBase64String(hmac.ComputeHash(signed));
    }

    private static JsonObject Event(
        string id,
        int revision,
        int stage,
        SandboxPerson person,
        string decision,
        string decisionId
    ) =>
        new()
        {
            ["specversion"] = "1.0",
            ["id"] = $"evt_{decisionId}",
            ["type"] = "payment-request.decided.v1",
            ["data"] = new JsonObject
            {
                ["decisionId"] = decisionId,
                ["requestId"] = id,
                ["revision"] = revision,
                ["stage"] = stage,
                ["decision"] = decision,
                ["comment"] = decision is "reject" ? "because" : null,
                ["actor"] = new JsonObject { ["erpId"] = person.Erp.ErpId },
            },
        };

    private async Task<string> CreateAsync(int sample)
    {
        var id = _erp.CreateSample(sample);
        await SettledAsync();
        return id;
    }

    private Task SettledAsync() => _erp.Changes.WaitForAsync(() => _erp.PendingNotifications == 0, Patience);

    private async Task<string> ReasonAsync(string id, int revision, int stage, SandboxPerson person)
    {
        var answer = await DecideAsync(id, revision, stage, person);
        Assert.Equal("refused", (string)answer["outcome"]!);
        return (string)answer["reason"]!;
    }

    private async Task<JsonObject> DecideAsync(
        string id,
        int revision,
        int stage,
        SandboxPerson person,
        string decision = "approve",
        string? decisionId = null
    )
    {
        var decided = Event(id, revision, stage, person, decision, decisionId ?? Guid.NewGuid().ToString());
        using var response = await PostAsync(decided, _keys.OutboundKey);
        Assert.Equal(200, (int)response.StatusCode);
        return (JsonObject)JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
    }

    private Task<HttpResponseMessage> PostAsync(JsonObject cloudEvent, string key, TimeSpan shift = default)
    {
        var body = Encoding.UTF8.GetBytes(cloudEvent.ToJsonString());
        var id = (string)cloudEvent["id"]!;
        var timestamp = (_clock.GetUtcNow() + shift).ToUnixTimeSeconds().ToString(null as IFormatProvider);
        var content = new ByteArrayContent(body);
        content.Headers.Add("webhook-id", id);
        content.Headers.Add("webhook-timestamp", timestamp);
        content.Headers.TryAddWithoutValidation("webhook-signature", Sign(key, id, timestamp, body));
        return _http.PostAsync(_erp.DecisionUrl, content);
    }
}
