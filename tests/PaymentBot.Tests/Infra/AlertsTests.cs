using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using PaymentBot.Functions;

namespace PaymentBot.Tests.Infra;

public sealed class AlertsTests
{
    /// <summary>What Azure Monitor takes as frequency and window of a log alert.</summary>
    private static readonly string[] Windows = ["PT5M", "PT10M", "PT15M", "PT30M", "PT45M", "PT1H", "PT2H", "PT3H"];

    [SkippableFact]
    public async Task Poison_age_length_webhook_and_5xx_are_watched()
    {
        var alerts = (await BicepModel.LoadAsync()).File("alerts.bicep");
        var names = alerts["rules"].EnumerateArray().Select(rule => rule.At("name").Text());

        Assert.Equal(
            [
                "poison-message",
                "queue-age",
                "webhook-failing",
                "webhook-refused",
                "http-5xx",
                "function-failing",
                "silence",
            ],
            names
        );
        Assert.Equal("QueueMessageCount", Length(alerts).At("criteria.allOf")[0].At("metricName").Text());
    }

    [SkippableFact]
    public async Task Every_alert_has_a_severity_a_window_and_says_what_to_do()
    {
        var alerts = (await BicepModel.LoadAsync()).File("alerts.bicep");

        Assert.All(
            alerts["rules"].EnumerateArray(),
            rule =>
            {
                Assert.InRange(rule.At("severity").GetInt32(), 0, 4);
                Assert.Contains(rule.At("every").Text(), Windows);
                Assert.Contains(rule.At("window").Text(), Windows);
                Assert.True(rule.At("what").Text().Length is > 120 and < 600, rule.At("name").Text());
                Assert.Contains("| ", rule.At("query").Text(), StringComparison.Ordinal);
            }
        );
        Assert.InRange(Length(alerts).At("severity").GetInt32(), 0, 4);
        // The metric comes once an hour.
        Assert.Equal("PT1H", Length(alerts).At("windowSize").Text());
    }

    [SkippableFact]
    public async Task Column_an_alert_splits_by_is_in_its_query()
    {
        var alerts = (await BicepModel.LoadAsync()).File("alerts.bicep");

        Assert.All(
            alerts["rules"].EnumerateArray(),
            rule => Assert.Contains(rule.At("split").Text(), rule.At("query").Text(), StringComparison.Ordinal)
        );
    }

    [SkippableFact]
    public async Task Every_alert_goes_to_the_mail_addresses()
    {
        var alerts = (await BicepModel.LoadAsync()).File("alerts.bicep");

        Assert.Equal("mails.id", alerts.Find("logAlerts").Inner.At("properties.actions.actionGroups")[0].Text());
        Assert.Equal("mails.id", Length(alerts).At("actions")[0].At("actionGroupId").Text());
        Assert.Equal("emails", alerts.Find("mails").Inner.At("properties.emailReceivers.of").Text());
    }

    [SkippableTheory]
    [InlineData(
        "Message has reached MaxDequeueCount of 5. Moving message to queue 'decisions-poison'.",
        "decisions-poison"
    )]
    public async Task Poison_is_found_by_the_line_the_host_writes(string line, string queue)
    {
        var alerts = (await BicepModel.LoadAsync()).File("alerts.bicep");
        var query = alerts["rules"].EnumerateArray().First().At("query").Text();

        var start = Between(query, "startswith \"", "\"");
        Assert.StartsWith(start, line, StringComparison.Ordinal);
        var found = Regex.Match(line, Between(query, "extract(\"", "\","), RegexOptions.None, TimeSpan.FromSeconds(1));
        Assert.Equal(queue, found.Groups[1].Value);
    }

    [SkippableFact]
    public async Task Functions_named_in_queries_exist()
    {
        var alerts = (await BicepModel.LoadAsync()).File("alerts.bicep");
        string[] named = ["TelegramWebhook", "FanOut", "Deliver", "SubmitDecision", "Housekeeping"];
        var queries = string.Concat(alerts["rules"].EnumerateArray().Select(rule => rule.At("query").Text()));

        Assert.All(named, name => Assert.Contains($"\"{name}\"", queries, StringComparison.Ordinal));
        var functions = typeof(HealthFunction)
            .Assembly.GetTypes()
            .SelectMany(type => type.GetMethods())
            .Select(method => method.GetCustomAttribute<FunctionAttribute>()?.Name);
        Assert.Empty(named.Except(functions.OfType<string>(), StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("Host.Triggers.Queue", "Warning")]
    [InlineData("Function.Deliver", "Information")]
    [InlineData("Host.Results", "Information")]
    public void Lines_the_alerts_look_for_are_written(string category, string level)
    {
        using var host = HostSettings();
        var levels = host
            .RootElement.At("logging.logLevel")
            .EnumerateObject()
            .ToDictionary(one => one.Name, one => one.Value.GetString()!, StringComparer.Ordinal);
        var nearest = levels
            .Keys.Where(name => category.StartsWith(name, StringComparison.Ordinal))
            .OrderByDescending(name => name.Length)
            .FirstOrDefault("default");

        Assert.InRange(Enum.Parse<LogLevel>(levels[nearest]), LogLevel.Trace, Enum.Parse<LogLevel>(level));
    }

    [Fact]
    public void Lines_the_alerts_look_for_are_not_sampled_away()
    {
        using var host = HostSettings();
        var sampling = host.RootElement.At("logging.applicationInsights.samplingSettings");
        var kept = sampling.GetProperty("excludedTypes").GetString()!.Split(';');

        Assert.True(
            !sampling.GetProperty("isEnabled").GetBoolean() || kept.Contains("Trace", StringComparer.Ordinal),
            "host.json: excludedTypes has to name Trace, or the line about a poison message may be dropped."
        );
    }

    [Fact]
    public void Workbook_is_json_with_titled_queries()
    {
        using var workbook = JsonDocument.Parse(File.ReadAllText(Path.Combine(BicepModel.Folder, "workbook.json")));
        var queries = workbook
            .RootElement.GetProperty("items")
            .EnumerateArray()
            .Where(item => item.GetProperty("type").GetInt32() == 3)
            .Select(item => item.GetProperty("content"))
            .ToList();

        Assert.NotEmpty(queries);
        Assert.All(
            queries,
            query =>
            {
                Assert.NotEmpty(query.GetProperty("title").GetString()!);
                Assert.NotEmpty(query.GetProperty("query").GetString()!);
                Assert.Equal("Range", query.GetProperty("timeContextFromParameter").GetString());
            }
        );
    }

    private static JsonDocument HostSettings() =>
        JsonDocument.Parse(File.ReadAllText(Path.Combine(BicepModel.Folder, "..", "host.json")));

    private static JsonElement Length(BicepFile alerts) => alerts.Find("queueLength").Inner.At("properties");

    private static string Between(string text, string before, string after)
    {
        var start = text.IndexOf(before, StringComparison.Ordinal) + before.Length;
        return text[start..text.IndexOf(after, start, StringComparison.Ordinal)];
    }
}
