namespace PaymentBot.Tests.OneC;

public sealed class CaseListTests
{
    private static readonly string[] Kinds =
    [
        "hmac",
        "sign",
        "verify",
        "date",
        "amount",
        "localTime",
        "snapshot",
        "retry",
        "collapse",
        "attachment",
        "decision",
        "service",
        "pull",
        "people",
    ];

    [Theory]
    [InlineData("cyrillic")]
    [InlineData("bom")]
    [InlineData("emptyDates")]
    [InlineData("emptyReferences")]
    [InlineData("localTimes")]
    [InlineData("largeAttachment")]
    [InlineData("replay")]
    [InlineData("twoKeys")]
    [InlineData("slowBase")]
    [InlineData("http500")]
    [InlineData("http429")]
    public void List_covers(string topic) => Assert.Contains(CaseList.All, entry => entry.Concerns(topic));

    [Fact]
    public void Every_case_has_a_name_of_its_own_and_a_kind_that_both_suites_know()
    {
        var suite = File.ReadAllText(Path.Combine(CaseList.Folder, "tests", "suite.os"));

        Assert.Equal(CaseList.All.Count(), CaseList.All.DistinctBy(entry => entry.Text("name")).Count());
        Assert.Equal(Kinds.Order(), CaseList.All.Select(entry => entry.Text("kind")).Distinct().Order());
        Assert.All(Kinds, kind => Assert.Contains($"Вид = \"{kind}\"", suite, StringComparison.Ordinal));
    }
}
