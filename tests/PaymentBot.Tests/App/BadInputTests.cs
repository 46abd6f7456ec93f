using System.Text;
using System.Text.Json.Nodes;
using PaymentBot.Tests.App.Support;
using PaymentBot.Tests.Erp;
using static PaymentBot.Sandbox.Hosting.SandboxPeople;

namespace PaymentBot.Tests.App;

public sealed class BadInputTests : BotTest
{
    private const string Id = "6f1c0a52-0001-0001-0001-000000000001";

    private static readonly byte[] Good = Encoding.UTF8.GetBytes(SnapshotSample.Json);

    public static TheoryData<string, string?, int, string, string> Snapshots { get; } =
        new()
        {
            { "/schema", "\"payment-request/9\"", 400, "unknownSchema", "/schema" },
            { "/revision", "\"seven\"", 400, "wrongType", "/revision" },
            { "/organization", "[]", 400, "wrongType", "/organization" },
            { "/route", "{}", 400, "wrongType", "/route" },
            { "/payee/name", "1", 400, "wrongType", "/payee/name" },
            { "/id", null, 400, "missingField", "/id" },
            { "/amount", "\"-1\"", 422, "negativeAmount", "/amount" },
            { "/amount", "-0.01", 422, "negativeAmount", "/amount" },
            { "/route", "[]", 422, "emptyRoute", "/route" },
            { "/route/1/approvers", "[]", 422, "stageWithoutApprover", "/route/1/approvers" },
            { "/route/0/stage", "5", 422, "stageNumberOrder", "/route/1/stage" },
            { "/currency", "\"руб.\"", 422, "invalidCurrency", "/currency" },
            { "/attachments/0/sha256", "\"abc\"", 422, "invalidSha256", "/attachments/0/sha256" },
        };

    [Theory]
    [MemberData(nameof(Snapshots))]
    public async Task Bad_snapshot_is_refused_at_its_place_and_leaves_nothing(
        string path,
        string? json,
        int status,
        string code,
        string pointer
    )
    {
        var body = Encoding.UTF8.GetBytes(SnapshotSample.With(path, json));

        var reply = await Bot.Erp.NotifyAsync(body);

        Assert.Equal((status, code, pointer), (reply.Status, reply.Code, reply.Pointer));
        await NothingCameAndTheNextWorksAsync(reply);
    }

    [Fact]
    public async Task Wrong_signature_is_refused() =>
        await RefusedAsync(401, "invalidSignature", Good, new ErpCallOptions { SignedBody = [1] });

    [Fact]
    public async Task Missing_signature_is_refused() =>
        await RefusedAsync(401, "missingSignature", Good, new ErpCallOptions { Signature = "" });

    [Fact]
    public async Task Stale_timestamp_is_refused() =>
        await RefusedAsync(401, "staleTimestamp", Good, new ErpCallOptions { ClockOff = TimeSpan.FromHours(-1) });

    [Fact]
    public async Task Body_over_a_megabyte_is_refused() =>
        await RefusedAsync(413, "bodyTooLarge", new byte[(1024 * 1024) + 1], null);

    [Theory]
    [InlineData("not json")]
    [InlineData("")]
    [InlineData("{\"schema\":")]
    [InlineData("{\"a\":1,\"a\":2}")]
    public async Task Text_that_is_no_json_is_refused(string body) =>
        await RefusedAsync(400, "notJson", Encoding.UTF8.GetBytes(body), null);

    [Fact]
    public async Task Deeply_nested_json_is_refused()
    {
        var body = string.Concat(Enumerable.Repeat("{\"a\":", 100_000)) + "1" + new string('}', 100_000);

        await RefusedAsync(400, "notJson", Encoding.UTF8.GetBytes(body), null);
    }

    [Fact]
    public async Task Problem_speaks_the_callers_language()
    {
        var body = Encoding.UTF8.GetBytes(SnapshotSample.With("/amount", "\"-1\""));

        var russian = await Bot.Erp.NotifyAsync(body);
        var english = await Bot.Erp.NotifyAsync(body, new ErpCallOptions { Language = "en" });

        Assert.Equal("Сумма отрицательна", (string)russian.Body!["title"]!);
        Assert.Equal("The amount is negative", (string)english.Body!["title"]!);
    }

    [Fact]
    public async Task Two_hundred_approvers_are_taken()
    {
        var id = await AnnounceAsync(snapshot =>
        {
            var approvers = snapshot["route"]![0]!["approvers"]!.AsArray();
            for (var number = 0; number < 199; number++)
            {
                approvers.Add(new JsonObject { ["erpId"] = $"a{number}", ["name"] = $"Согласующий {number}" });
            }
        });

        Assert.Equal(199, Bot.Erp.LastAnswer.Names("unlinked").Length);
        await Bot.Telegram.TapAsync(BudgetHolder, id, "Согласовать");
        await Bot.SettleAsync();
        Assert.Equal(1, Bot.Erp.Applied(id));
    }

    [Fact]
    public async Task Html_emoji_and_right_to_left_text_in_every_field_reach_the_cards_unharmed()
    {
        const string hostile = "<b>x</b>&amp;<a href=\"http://e\">😀 שלום \u202E \u0000 </blockquote>";
        var id = await AnnounceAsync(snapshot =>
            Poison(snapshot, hostile.Replace("\0", string.Empty, StringComparison.Ordinal))
        );

        Assert.Contains("<b>x</b>&amp;<a href=", Bot.Telegram.Text(BudgetHolder, id), StringComparison.Ordinal);
        await Bot.Telegram.TapAsync(BudgetHolder, id, "Согласовать");
        await Bot.SettleAsync();
        Assert.Equal(1, Bot.Erp.Applied(id));
    }

    [Fact]
    public async Task Names_of_a_thousand_characters_fit_the_cards()
    {
        var id = await AnnounceAsync(snapshot => Poison(snapshot, string.Concat(Enumerable.Repeat("&<Ж😀", 200))));

        await Bot.Telegram.TapAsync(BudgetHolder, id, "Согласовать");
        await Bot.SettleAsync();
        Assert.Equal(1, Bot.Erp.Applied(id));
        Assert.DoesNotContain(Bot.Telegram.Tape.Calls, taped => taped.Call.Status != 200);
    }

    private static void Poison(JsonObject snapshot, string text)
    {
        foreach (var party in new[] { "organization", "department", "payee", "cashFlowItem" })
        {
            snapshot[party]!["name"] = text;
        }

        snapshot["purpose"] = text;
        foreach (var stage in snapshot["route"]!.AsArray())
        {
            stage!["approvers"]![0]!["name"] = text;
        }

        var initiator = (JsonObject)snapshot["initiator"]!;
        initiator["name"] = text;
    }

    private async Task<string> AnnounceAsync(Action<JsonObject> change)
    {
        var id = Bot.Erp.Create(1);
        Bot.Erp.TakeAnnouncements();
        Bot.Erp.StandIn.Ledger.Change(
            id,
            document =>
            {
                change(document.Snapshot);
                document.Advance();
                return true;
            }
        );
        await Bot.SettleAsync();
        return id;
    }

    private async Task RefusedAsync(int status, string code, byte[] body, ErpCallOptions? call)
    {
        var reply = await Bot.Erp.NotifyAsync(body, call);

        Assert.Equal((status, code), (reply.Status, reply.Code));
        await NothingCameAndTheNextWorksAsync(reply);
    }

    private async Task NothingCameAndTheNextWorksAsync(ErpReply refusal)
    {
        Assert.Equal("application/problem+json", refusal.ContentType);
        Assert.Equal(404, (await Bot.Erp.SendAsync(HttpMethod.Get, $"/api/erp/requests/{Id}", [], null)).Status);
        await Bot.SettleAsync();
        Assert.Empty(Bot.Telegram.Tape.Calls);
        Assert.Equal(202, (await Bot.Erp.NotifyAsync(Good)).Status);
        await Bot.SettleAsync();
        Assert.NotEmpty(Bot.Telegram.Messages(TreasuryChatId));
    }
}
