using System.Reflection;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using PaymentBot.Erp.Problems;
using PaymentBot.Erp.Signatures;

namespace PaymentBot.Tests.Erp;

public sealed partial class ProblemTests
{
    private static readonly ProblemKind[] All =
    [
        .. typeof(ProblemKinds)
            .GetProperties(BindingFlags.Public | BindingFlags.Static)
            .Select(property => (ProblemKind)property.GetValue(null)!),
    ];

    public static TheoryData<string> Codes => [.. All.Select(kind => kind.Code)];

    [Fact]
    public void Codes_are_unique() =>
        Assert.Equal(All.Length, All.Select(kind => kind.Code).Distinct(StringComparer.Ordinal).Count());

    [Theory]
    [MemberData(nameof(Codes))]
    public void Every_kind_is_complete_in_both_languages(string code)
    {
        var kind = Kind(code);

        Assert.Matches("^[a-z][A-Za-z0-9]+$", kind.Code);
        Assert.InRange(kind.Status, 400, 503);
        Assert.Matches(Cyrillic(), kind.Title.Russian);
        Assert.Matches(Cyrillic(), kind.Explanation.Russian);
        Assert.DoesNotMatch(Cyrillic(), kind.Title.English + kind.Explanation.English);
        Assert.Equal(
            kind.Explanation.Russian.Contains("{0}", StringComparison.Ordinal),
            kind.Explanation.English.Contains("{0}", StringComparison.Ordinal)
        );
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void Only_faults_that_pass_ask_to_be_retried(string code)
    {
        var kind = Kind(code);

        Assert.Equal(kind.Status is 429 or 503, kind.RetryAfter is not null);
        Assert.True(kind.Status is < 500 or 503, "The 1C world's usual library retries every other 5xx at once.");
    }

    [Theory]
    [InlineData("missingSignature", 401)]
    [InlineData("invalidSignature", 401)]
    [InlineData("staleTimestamp", 401)]
    [InlineData("bodyTooLarge", 413)]
    [InlineData("attachmentTooLarge", 413)]
    [InlineData("notJson", 400)]
    [InlineData("unknownSchema", 400)]
    [InlineData("revisionReused", 422)]
    [InlineData("webhookIdReused", 422)]
    [InlineData("attachmentMismatch", 422)]
    [InlineData("requestNotFound", 404)]
    [InlineData("attachmentNotDeclared", 404)]
    [InlineData("methodNotAllowed", 405)]
    [InlineData("tooManyRequests", 429)]
    [InlineData("storageUnavailable", 503)]
    public void Codes_have_the_status_of_the_contract(string code, int status) =>
        Assert.Equal(status, Kind(code).Status);

    [Fact]
    public void A_problem_is_written_as_RFC_9457_with_both_languages()
    {
        var problem = ProblemKinds.StageWithoutApprover.At("/route/0/approvers");
        var text = Encoding.UTF8.GetString(ProblemJson.Write(problem, ProblemLanguage.Russian));
        var body = JsonNode.Parse(text)!.AsObject();

        Assert.Equal(
            ["type", "title", "status", "detail", "code", "pointer", "ru", "en"],
            body.Select(pair => pair.Key),
            StringComparer.Ordinal
        );
        Assert.Equal("urn:paymentbot:problem:stageWithoutApprover", (string?)body["type"]);
        Assert.Equal("В этапе нет согласующих", (string?)body["title"]);
        Assert.Equal(422, (int?)body["status"]);
        Assert.Equal("stageWithoutApprover", (string?)body["code"]);
        Assert.Equal("/route/0/approvers", (string?)body["pointer"]);
        Assert.Equal((string?)body["ru"], (string?)body["detail"]);
        Assert.EndsWith("Поле: /route/0/approvers", (string?)body["ru"], StringComparison.Ordinal);
        Assert.EndsWith("Field: /route/0/approvers", (string?)body["en"], StringComparison.Ordinal);
        Assert.Contains("согласующий", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Title_and_detail_follow_the_language_and_an_absent_pointer_is_left_out()
    {
        var json = ProblemJson.Write(ProblemKinds.BodyTooLarge.At(argument: "1048576"), ProblemLanguage.English);
        var body = JsonNode.Parse(json)!.AsObject();

        Assert.Equal("The body is too large", (string?)body["title"]);
        Assert.Equal("The body is over 1048576 bytes. Send files by separate PUT calls.", (string?)body["detail"]);
        Assert.False(body.ContainsKey("pointer"));
    }

    [Theory]
    [InlineData(WebhookVerdict.MissingHeader, "missingSignature")]
    [InlineData(WebhookVerdict.BadTimestamp, "invalidTimestamp")]
    [InlineData(WebhookVerdict.StaleTimestamp, "staleTimestamp")]
    [InlineData(WebhookVerdict.BadSignature, "invalidSignature")]
    [InlineData(WebhookVerdict.Valid, null)]
    public void A_verdict_has_its_answer(WebhookVerdict verdict, string? code) =>
        Assert.Equal(code, verdict.ToProblem()?.Code);

    [Theory]
    [InlineData(null, ProblemLanguage.Russian)]
    [InlineData("", ProblemLanguage.Russian)]
    [InlineData("en", ProblemLanguage.English)]
    [InlineData("en-GB,en;q=0.9", ProblemLanguage.English)]
    [InlineData("ru-RU, en;q=0.8", ProblemLanguage.Russian)]
    [InlineData("ru;q=0.3, en;q=0.8", ProblemLanguage.English)]
    [InlineData("de, en;q=0.5, ru;q=0.4", ProblemLanguage.English)]
    [InlineData("de, fr", ProblemLanguage.Russian)]
    [InlineData("en;q=0", ProblemLanguage.Russian)]
    [InlineData("*", ProblemLanguage.Russian)]
    [InlineData("english", ProblemLanguage.Russian)]
    [InlineData(";;,,;q=,en;q=x,-", ProblemLanguage.Russian)]
    public void The_language_is_negotiated(string? header, ProblemLanguage expected) =>
        Assert.Equal(expected, AcceptLanguage.Choose(header, ProblemLanguage.Russian));

    private static ProblemKind Kind(string code) =>
        All.Single(kind => string.Equals(kind.Code, code, StringComparison.Ordinal));

    [GeneratedRegex("[А-Яа-яЁё]", RegexOptions.NonBacktracking)]
    private static partial Regex Cyrillic();
}
