using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging;
using PaymentBot.Approvals;
using PaymentBot.Erp;
using PaymentBot.Erp.Signatures;

namespace PaymentBot.Tests.Erp;

public sealed class ErpClientTests : ErpClientTest
{
    [Fact]
    public async Task A_decision_goes_out_as_a_signed_cloud_event()
    {
        var erp = Answering(HttpStatusCode.OK, """{"outcome": "applied"}""");

        await Client(erp).SubmitAsync(Decision, CancellationToken.None);

        var sent = Assert.Single(erp.Requests);
        Assert.Equal((HttpMethod.Post, "https://erp.example/decisions"), (sent.Method, sent.Address?.ToString()));
        Assert.Equal("application/cloudevents+json; charset=utf-8", sent.Headers["Content-Type"]);
        Assert.Equal(Decision.Id, sent.Headers["webhook-id"]);
        Assert.Equal(
            WebhookVerdict.Valid,
            new WebhookVerifier([WebhookKey.Parse(Key, "Key")], Time).Verify(
                sent.Headers["webhook-id"],
                sent.Headers["webhook-timestamp"],
                sent.Headers["webhook-signature"],
                sent.Body
            )
        );
        const string expected = """
            {"specversion": "1.0", "id": "evt_0123456789abcdefABCDEF", "source": "/paymentbot",
             "type": "payment-request.decided.v1", "subject": "6f1c0a52-0001-0001-0001-000000000001", "time": "2026-11-22T07:00:00Z",
             "data": {"decisionId": "evt_0123456789abcdefABCDEF", "requestId": "6f1c0a52-0001-0001-0001-000000000001",
               "revision": 7, "contentHash": "sha256:0000000000000000000000000000000000000000000000000000000000000000",
               "stage": 2, "decision": "reject", "comment": "Нет бюджета",
               "actor": {"erpId": "user-2", "email": "sidorov@example.ru", "telegramId": 4000000001, "onBehalfOf": null,
                         "authenticatedAt": "2026-11-01T08:00:00Z"},
               "decidedAt": "2026-11-22T07:00:00Z"}}
            """;
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), JsonNode.Parse(sent.Body)));
        Assert.Contains("Нет бюджета", Encoding.UTF8.GetString(sent.Body), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_retry_sends_the_same_body_signed_afresh()
    {
        var erp = Answering(HttpStatusCode.ServiceUnavailable, "");
        var client = Client(erp);

        await client.SubmitAsync(Decision, CancellationToken.None);
        Time.Advance(TimeSpan.FromMinutes(10));
        await client.SubmitAsync(Decision with { Attempts = 1, State = DecisionState.Sent }, CancellationToken.None);

        Assert.Equal(erp.Requests[0].Body, erp.Requests[1].Body);
        Assert.Equal(erp.Requests[0].Headers["webhook-id"], erp.Requests[1].Headers["webhook-id"]);
        Assert.Equal("1614265930", erp.Requests[1].Headers["webhook-timestamp"]);
    }

    [Theory]
    [InlineData("", false)]
    [InlineData(", \"snapshot\": null", false)]
    [InlineData(", \"snapshot\": {SNAPSHOT}", true)]
    public async Task Applied_comes_with_or_without_a_snapshot(string more, bool snapshot)
    {
        var body =
            $$"""{"outcome": "applied"{{more.Replace("{SNAPSHOT}", SnapshotSample.Json, StringComparison.Ordinal)}}}""";

        var answer = await Submit(HttpStatusCode.OK, "\uFEFF" + body);

        var applied = Assert.IsType<DecisionAnswer.Applied>(answer);
        Assert.Equal(snapshot, applied.Snapshot is not null);
        Assert.Null(applied.SnapshotProblem);
        if (snapshot)
        {
            Assert.Equal(SnapshotSample.Accept(SnapshotSample.Json).ContentHash, applied.Snapshot!.ContentHash);
        }
    }

    [Fact]
    public async Task Refused_comes_with_reason_message_and_snapshot()
    {
        var body =
            $$"""{"outcome": "refused", "reason": "closedPeriod", "message": "Период закрыт", "snapshot": {{SnapshotSample.Json}}}""";

        var refused = Assert.IsType<DecisionAnswer.Refused>(await Submit(HttpStatusCode.OK, body));

        Assert.Equal(("closedPeriod", "Период закрыт"), (refused.Reason, refused.Message));
        Assert.Equal(Decision.RequestId, refused.Snapshot?.Request.Id);
    }

    [Fact]
    public async Task A_refusal_without_words_is_a_refusal_and_long_words_are_cut()
    {
        var words = string.Concat(Enumerable.Repeat("😀", 1_500));

        var bare = Assert.IsType<DecisionAnswer.Refused>(
            await Submit(HttpStatusCode.OK, """{"outcome":"refused","reason":5}""")
        );
        var wordy = Assert.IsType<DecisionAnswer.Refused>(
            await Submit(HttpStatusCode.OK, $$"""{"outcome":"refused","reason":"x","message":"{{words}}"}""")
        );

        Assert.Equal(("other", null), (bare.Reason, bare.Message));
        Assert.Equal(words[..2_000], wordy.Message);
    }

    [Theory]
    [InlineData("/amount", "\"-1\"", "negativeAmount")]
    [InlineData("/id", "\"another request\"", "invalidId")]
    [InlineData("/schema", "\"x\"", "unknownSchema")]
    public async Task A_bad_snapshot_does_not_undo_the_outcome(string path, string json, string code)
    {
        var snapshot = SnapshotSample.With(path, json);

        var applied = Assert.IsType<DecisionAnswer.Applied>(
            await Submit(HttpStatusCode.OK, $$"""{"outcome": "applied", "snapshot": {{snapshot}}}""")
        );

        Assert.Null(applied.Snapshot);
        Assert.Equal(code, applied.SnapshotProblem?.Code);
        Assert.Contains(
            Log.Lines,
            line => line.Level == LogLevel.Warning && line.Line.Contains(code, StringComparison.Ordinal)
        );
    }

    [Theory]
    [InlineData("")]
    [InlineData("OK")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"outcome": "Applied"}""")]
    [InlineData("""{"outcome": true}""")]
    [InlineData("""{"outcome": "half \ud800"}""")]
    public async Task An_answer_that_cannot_be_understood_is_retried(string body)
    {
        var retry = Assert.IsType<DecisionAnswer.Retry>(await Submit(HttpStatusCode.OK, body));

        Assert.Contains("cannot be understood", retry.Why, StringComparison.Ordinal);
        Assert.Equal(LogLevel.Warning, Assert.Single(Log.Lines).Level);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_answer_over_one_megabyte_is_not_read(bool announced)
    {
        var body = Encoding.UTF8.GetBytes("""{"outcome": "applied"}""" + new string(' ', 1024 * 1024));
        HttpContent content = announced ? new ByteArrayContent(body) : new StreamContent(new Unseekable(body));
        var erp = new RecordingHandler((_, _) => Task.FromResult(new HttpResponseMessage { Content = content }));

        Assert.IsType<DecisionAnswer.Retry>(await Client(erp).SubmitAsync(Decision, CancellationToken.None));
    }

    [Fact]
    public async Task NoLog_line_holds_the_key_or_what_was_said()
    {
        await Submit(
            HttpStatusCode.OK,
            """{"outcome": "refused", "reason": "secret code", "message": "secret words"}"""
        );
        await Submit(HttpStatusCode.OK, "secret words");
        await Submit(HttpStatusCode.BadRequest, "secret words");
        await Submit(HttpStatusCode.InternalServerError, "secret words");

        Assert.Equal(4, Log.Lines.Count);
        Assert.All(
            Log.Lines,
            line =>
            {
                Assert.Contains(Decision.Id, line.Line, StringComparison.Ordinal);
                Assert.DoesNotContain("secret", line.Line, StringComparison.Ordinal);
                Assert.DoesNotContain("бюджета", line.Line, StringComparison.Ordinal);
                Assert.DoesNotContain("whsec", line.Line, StringComparison.Ordinal);
            }
        );
    }

    [Fact]
    public async Task Ping_takes_any_answer_for_life_and_decides_nothing()
    {
        var erp = Answering(HttpStatusCode.MethodNotAllowed, "");

        var found = await Client(erp).PingAsync(CancellationToken.None);

        Assert.Equal((405, null), (found.Status, found.Fault));
        var sent = Assert.Single(erp.Requests);
        Assert.Equal(HttpMethod.Get, sent.Method);
        Assert.False(sent.Headers.ContainsKey("webhook-signature"));
    }

    [Fact]
    public async Task Ping_names_the_fault()
    {
        var erp = new RecordingHandler((_, _) => throw new HttpRequestException(HttpRequestError.ConnectionError));

        var found = await Client(erp).PingAsync(CancellationToken.None);

        Assert.Equal((null, "ConnectionError"), (found.Status, found.Fault));
    }

    private sealed class Unseekable(byte[] bytes) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;
    }
}
