using System.Net;
using System.Text;
using PaymentBot.Erp;
using PaymentBot.Erp.People;
using PaymentBot.Erp.Signatures;
using PaymentBot.Testing;

namespace PaymentBot.Tests.Erp;

public sealed class ErpPeopleClientTests
{
    private const string Key = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    private const string Person = """
        {"erpId": "user-2", "name": "Сидоров", "email": "Sidorov+pay@Example.ru", "active": true, "roles": ["treasurer"]}
        """;

    private static readonly EmailAddress Mailbox = EmailAddress.Parse("sidorov+pay@example.ru")!;

    private readonly ManualTimeProvider _time = new(DateTimeOffset.FromUnixTimeSeconds(1614265330));
    private readonly CapturingLogger<ErpPeopleClient> _log = new();

    [Theory]
    [InlineData("https://erp.example/people", "https://erp.example/people?email=sidorov%2Bpay%40example.ru")]
    [InlineData(
        "https://erp.example/people?base=1",
        "https://erp.example/people?base=1&email=sidorov%2Bpay%40example.ru"
    )]
    public async Task The_question_is_a_signed_get(string url, string expected)
    {
        var erp = Answering(HttpStatusCode.OK, Person);

        await AskAsync(erp, url);

        var sent = Assert.Single(erp.Requests);
        Assert.Equal((HttpMethod.Get, expected), (sent.Method, sent.Address?.AbsoluteUri));
        Assert.Equal(
            WebhookVerdict.Valid,
            new WebhookVerifier([WebhookKey.Parse(Key, "Key")], _time).Verify(
                sent.Headers["webhook-id"],
                sent.Headers["webhook-timestamp"],
                sent.Headers["webhook-signature"],
                sent.Body
            )
        );
    }

    [Fact]
    public async Task A_person_is_found()
    {
        var found = Assert.IsType<PersonAnswer.Found>(await AskAsync(Answering(HttpStatusCode.OK, Person)));

        Assert.Equal(("user-2", "Сидоров", true), (found.Person.ErpId.Value, found.Person.Name, found.Person.Active));
        Assert.Equal(Mailbox, found.Person.Email);
    }

    [Fact]
    public async Task Nobody_is_found() =>
        Assert.IsType<PersonAnswer.None>(await AskAsync(Answering(HttpStatusCode.NotFound, "")));

    [Fact]
    public async Task Without_an_address_nobody_is_asked()
    {
        var erp = Answering(HttpStatusCode.OK, Person);

        Assert.IsType<PersonAnswer.None>(await AskAsync(erp, ""));
        Assert.Empty(erp.Requests);
    }

    [Theory]
    [InlineData(200, "")]
    [InlineData(200, "[]")]
    [InlineData(200, "{}")]
    [InlineData(200, """{"erpId": "user-2", "name": "Сидоров", "active": true}""")]
    [InlineData(200, """{"erpId": "user-2", "name": "Сидоров", "email": "sidorov@example.ru", "active": true}""")]
    [InlineData(200, """{"erpId": "user-2", "name": "Сидоров", "email": "sidorov+pay@example.ru"}""")]
    [InlineData(204, "")]
    [InlineData(302, "")]
    [InlineData(401, "")]
    [InlineData(500, "")]
    public async Task An_answer_to_which_one_cannot_hold_the_erp_is_none(int status, string body) =>
        Assert.IsType<PersonAnswer.Unreachable>(await AskAsync(Answering((HttpStatusCode)status, body)));

    [Fact]
    public async Task An_endless_answer_is_left()
    {
        var erp = Answering(HttpStatusCode.OK, new string(' ', 2 * 1024 * 1024));

        Assert.IsType<PersonAnswer.Unreachable>(await AskAsync(erp));
    }

    [Fact]
    public async Task A_broken_connection_is_told_in_a_word()
    {
        var erp = new RecordingHandler((_, _) => throw new HttpRequestException(HttpRequestError.NameResolutionError));

        Assert.Equal(new PersonAnswer.Unreachable("NameResolutionError"), await AskAsync(erp));
    }

    [Fact]
    public async Task A_silent_erp_is_left_after_the_time_out()
    {
        var erp = new RecordingHandler(
            async (_, token) =>
            {
                _time.Advance(TimeSpan.FromSeconds(21));
                await Task.Delay(Timeout.Infinite, token);
                throw new InvalidOperationException();
            }
        );

        Assert.Equal(new PersonAnswer.Unreachable("timeout"), await AskAsync(erp));
    }

    [Fact]
    public async Task Neither_mailbox_nor_name_is_logged()
    {
        await AskAsync(Answering(HttpStatusCode.OK, Person));

        var (_, line) = Assert.Single(_log.Lines);
        Assert.DoesNotContain("idorov", line, StringComparison.Ordinal);
        Assert.DoesNotContain("Сидоров", line, StringComparison.Ordinal);
    }

    private static RecordingHandler Answering(HttpStatusCode status, string body) =>
        new(
            (_, _) =>
                Task.FromResult(new HttpResponseMessage(status) { Content = new StringContent(body, Encoding.UTF8) })
        );

    private async Task<PersonAnswer> AskAsync(RecordingHandler erp, string url = "https://erp.example/people")
    {
        using var client = new ErpPeopleClient(
            erp,
            new ErpClientOptions { PeopleUrl = url, OutboundKey = Key },
            _time,
            _log
        );
        return await client.FindAsync(Mailbox, CancellationToken.None);
    }
}
