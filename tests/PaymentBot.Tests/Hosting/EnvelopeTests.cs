using System.Net;
using System.Text;
using static PaymentBot.Tests.Hosting.HostedBot;

namespace PaymentBot.Tests.Hosting;

public sealed class EnvelopeTests : IAsyncLifetime
{
    private HostedBot _bot = null!;

    public static TheoryData<string> Forms { get; } =
    [
        Quote(Quote(Idle)),
        Quote(Idle),
        Idle,
        Quote(Convert.ToBase64String(Encoding.UTF8.GetBytes(Idle))),
        Quote(Quote(Convert.ToBase64String(Encoding.UTF8.GetBytes(Idle)))),
    ];

    public async Task InitializeAsync() => _bot = await HostedBot.StartAsync();

    public async Task DisposeAsync() => await _bot.DisposeAsync();

    [Theory]
    [InlineData("FanOut", """{"v":1,"data":{"requestKey":"none"}}""")]
    [InlineData("Deliver", Idle)]
    [InlineData("SubmitDecision", """{"v":1,"data":{"requestKey":"none","rowKey":"none","decisionId":"none"}}""")]
    public async Task Work_done_is_answered_with_a_body_the_host_can_read(string function, string text)
    {
        var answer = await _bot.PostAsync($"/{function}", Envelope(text));

        Assert.Equal((200, "application/json", Answer), answer);
        Assert.Equal(text, Assert.Single(_bot.Bodies.Read));
        Assert.Equal(text, Assert.Single(_bot.Bodies.Forgotten));
    }

    [Theory]
    [InlineData(
        """{"Data":{"timer":{"Schedule":{"AdjustForDST":true},"ScheduleStatus":null,"IsPastDue":false}},"Metadata":{}}"""
    )]
    [InlineData("""{"Data":{"timer":"{\"IsPastDue\":true}"}}""")]
    public async Task Timer_runs(string envelope)
    {
        Assert.Equal((200, "application/json", Answer), await _bot.PostAsync("/Housekeeping", envelope));
        Assert.Contains(_bot.Logs.Lines, line => line.Contains("Housekeeping forgot", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task Text_is_found_in_every_form(string value)
    {
        var (status, _, _) = await _bot.PostAsync("/Deliver", "{\"Data\":{\"whatever\":" + value + "}}");

        Assert.Equal(200, status);
        Assert.Equal(Idle, Assert.Single(_bot.Bodies.Read));
    }

    [Theory]
    [InlineData("\"3\"", 3)]
    [InlineData("3", 3)]
    [InlineData("\"\\\"3\\\"\"", 3)]
    [InlineData("\"x\"", 1)]
    [InlineData("-3", 1)]
    [InlineData("null", 1)]
    public async Task Failure_is_told_by_status_only_and_logged_with_message_and_attempt(string count, int attempt)
    {
        var answer = await _bot.PostAsync("/Deliver", Envelope("""{"v":1,"data":{"kind":"Hush"}}""", count));

        Assert.Equal((500, "application/json", """{"error":"failed"}"""), answer);
        var line = Assert.Single(_bot.Logs.Lines, line => line.StartsWith("Error", StringComparison.Ordinal));
        Assert.Contains(
            $"52d53c5f-e212-4a4c-b2cb-2b3ddb1bd9a5 failed, attempt {attempt}.",
            line,
            StringComparison.Ordinal
        );
        Assert.Empty(_bot.Bodies.Forgotten);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{")]
    [InlineData("{}")]
    [InlineData("""{"Data":null}""")]
    [InlineData("""{"Data":"text"}""")]
    [InlineData("""{"Data":{}}""")]
    [InlineData("""{"Data":{"message":null}}""")]
    [InlineData("""{"Data":{"one":"{}","two":"{}"}}""")]
    [InlineData("""{"Data":{"message":"\ud800"}}""")]
    public async Task What_is_no_envelope_is_refused(string body)
    {
        Assert.Equal((400, "application/json", """{"error":"malformed"}"""), await _bot.PostAsync("/Deliver", body));
        Assert.Empty(_bot.Bodies.Read);
    }

    [Fact]
    public async Task More_than_any_envelope_has_is_refused()
    {
        var text = new string(' ', 1024 * 1024 + 1);

        var (status, contentType, _) = await _bot.PostAsync("/Deliver", text);

        Assert.Equal((413, "application/json"), (status, contentType));
    }

    [Theory]
    [InlineData("hello")]
    [InlineData("")]
    [InlineData("""{"v":2,"data":{}}""")]
    [InlineData("""{"data":{}}""")]
    public async Task Text_of_another_form_fails_so_that_it_ends_as_poison(string text) =>
        Assert.Equal(500, (await _bot.PostAsync("/Deliver", Envelope(text))).Status);

    [Theory]
    [InlineData("""{"v":1,"traceparent":"00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",""")]
    [InlineData("""{"v":1,"traceparent":"hello",""")]
    [InlineData("""{"v":1,"traceparent":7,""")]
    [InlineData("""{"new":{"traceparent":"x"},"v":1,"more":[1],""")]
    public async Task Text_with_more_at_its_top_is_read(string head)
    {
        var text = head + Idle["""{"v":1,""".Length..];

        Assert.Equal(
            text.Contains(":7", StringComparison.Ordinal) ? 500 : 200,
            (await _bot.PostAsync("/Deliver", Envelope(text))).Status
        );
    }

    [Fact]
    public async Task Long_body_is_fetched_and_forgotten_after_success()
    {
        const string pointer = """{"v":1,"blob":"messages/0"}""";
        _bot.Bodies.Blobs[pointer] = Idle;

        Assert.Equal(200, (await _bot.PostAsync("/Deliver", Envelope(pointer))).Status);
        Assert.Equal(pointer, Assert.Single(_bot.Bodies.Forgotten));
    }

    [Fact]
    public async Task Body_that_cannot_be_forgotten_does_not_undo_the_work()
    {
        _bot.Bodies.Sticks = true;

        Assert.Equal((200, "application/json", Answer), await _bot.PostAsync("/Deliver", Envelope(Idle)));
    }

    [Fact]
    public async Task Socket_answers_the_host_at_once() => Assert.Equal(HttpStatusCode.OK, await _bot.GetAsync("/"));
}
