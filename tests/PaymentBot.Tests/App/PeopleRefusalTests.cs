using Microsoft.Extensions.DependencyInjection;
using PaymentBot.Approvals;
using PaymentBot.Bot.People;
using PaymentBot.Tests.App.Support;

namespace PaymentBot.Tests.App;

public sealed class PeopleRefusalTests : BotTest
{
    public static TheoryData<string, int, string, string?> Bodies { get; } =
        new()
        {
            { "not json", 400, "notJson", null },
            { "7", 400, "wrongType", null },
            { "{}", 400, "missingField", "/people" },
            { """{"people":{}}""", 400, "wrongType", "/people" },
            { "[null]", 400, "missingField", "/0" },
            { "[[]]", 400, "wrongType", "/0" },
            { Person("\"erpId\":\"\""), 400, "missingField", "/people/1/erpId" },
            { Person("\"erpId\":7"), 400, "wrongType", "/people/1/erpId" },
            { Person("\"erpId\":\" b\""), 422, "invalidId", "/people/1/erpId" },
            { Person("\"name\":null"), 400, "missingField", "/people/1/name" },
            { Person("\"active\":null"), 400, "missingField", "/people/1/active" },
            { Person("\"active\":\"yes\""), 400, "wrongType", "/people/1/active" },
            { Person("\"email\":\"Иван <b@example.ru>\""), 422, "invalidEmail", "/people/1/email" },
            { Person("\"email\":\"a@example.ru;b@example.ru\""), 422, "invalidEmail", "/people/1/email" },
            { Person("\"email\":[]"), 400, "wrongType", "/people/1/email" },
            { Person("\"roles\":\"treasurer\""), 400, "wrongType", "/people/1/roles" },
            { Person("\"roles\":[\"\"]"), 400, "missingField", "/people/1/roles/0" },
            {
                Person("\"limits\":[{\"currency\":\"руб\",\"amount\":1}]"),
                422,
                "invalidCurrency",
                "/people/1/limits/0/currency"
            },
            {
                Person("\"limits\":[{\"currency\":\"RUB\",\"amount\":-1}]"),
                422,
                "negativeAmount",
                "/people/1/limits/0/amount"
            },
            { Person("\"limits\":[{\"currency\":\"RUB\"}]"), 400, "missingField", "/people/1/limits/0/amount" },
            { Person("\"substitute\":{}"), 400, "wrongType", "/people/1/substitute" },
            {
                Person("\"absences\":[{\"from\":\"30.12.2026\",\"to\":\"2027-01-08\"}]"),
                400,
                "invalidDate",
                "/people/1/absences/0/from"
            },
            {
                Person("\"absences\":[{\"from\":\"2027-01-08\",\"to\":\"2026-12-30\"}]"),
                422,
                "absenceBackwards",
                "/people/1/absences/0/to"
            },
            {
                """[{"erpId":"a","name":"A","active":true},{"erpId":"a","name":"B","active":true}]""",
                422,
                "duplicatePerson",
                "/1/erpId"
            },
            { $"[{string.Join(',', Enumerable.Repeat("{}", 1001))}]", 422, "tooManyItems", null },
        };

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task Bad_body_is_refused_at_its_place_and_nobody_of_it_is_kept(
        string body,
        int status,
        string code,
        string? place
    )
    {
        var reply = await Bot.Erp.PeopleAsync(body);

        Assert.Equal((status, code), (reply.Status, reply.Code));
        Assert.Equal(place ?? string.Empty, reply.Pointer ?? string.Empty);
        Assert.Equal("application/problem+json", reply.ContentType);
        Assert.Null(
            await Bot.Services.GetRequiredService<PeopleStore>().FindAsync(new ErpId("good"), CancellationToken.None)
        );
    }

    [Theory]
    [InlineData("ru", "Адрес почты неверен", "Нужен один адрес")]
    [InlineData("en", "The mailbox is wrong", "One address such as")]
    public async Task Refusal_speaks_the_language_of_the_caller(string language, string title, string detail)
    {
        var body = Person("\"email\":\"nobody\"");

        var reply = await Bot.Erp.PeopleAsync(body, new ErpCallOptions { Language = language });

        Assert.Equal(title, (string?)reply.Body!["title"]);
        Assert.StartsWith(detail, (string?)reply.Body["detail"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Wrong_signature_is_refused()
    {
        var reply = await Bot.Erp.PeopleAsync("[]", new ErpCallOptions { SignedBody = [1] });

        Assert.Equal((401, "invalidSignature"), (reply.Status, reply.Code));
    }

    [Fact]
    public async Task Missing_signature_is_refused()
    {
        var reply = await Bot.Erp.PeopleAsync("[]", new ErpCallOptions { Signature = "" });

        Assert.Equal((401, "missingSignature"), (reply.Status, reply.Code));
    }

    [Fact]
    public async Task Body_over_a_megabyte_is_refused()
    {
        var reply = await Bot.Erp.PeopleAsync(new string(' ', (1024 * 1024) + 1));

        Assert.Equal((413, "bodyTooLarge"), (reply.Status, reply.Code));
    }

    [Fact]
    public async Task Storage_that_fails_asks_the_erp_to_come_again()
    {
        Bot.Storage.Down = true;

        var reply = await Bot.Erp.PeopleAsync("""[{"erpId":"good","name":"A","active":false}]""");

        Bot.Storage.Heal();
        Assert.Equal((503, "storageUnavailable"), (reply.Status, reply.Code));
        Assert.NotNull(reply.RetryAfter);
    }

    /// <summary>A good person and one with a fault.</summary>
    private static string Person(string fault)
    {
        var name = fault.Split('"')[1];
        string[] usual = ["\"erpId\":\"b\"", "\"name\":\"B\"", "\"active\":true"];
        var kept = usual.Where(field => !field.StartsWith($"\"{name}\"", StringComparison.Ordinal));
        var good = """{"erpId":"good","name":"A","active":true}""";
        return $"{{\"people\":[{good},{{{string.Join(',', kept.Append(fault))}}}]}}";
    }
}
