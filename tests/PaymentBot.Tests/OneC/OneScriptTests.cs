using System.Diagnostics;
using System.Globalization;
using PaymentBot.Testing;
using PaymentBot.Tests.App.Support;

namespace PaymentBot.Tests.OneC;

/// <summary>The same suite in OneScript itself, where an interpreter is named.</summary>
public sealed class OneScriptTests : BotTest
{
    private const string WhyMissing =
        "No OneScript here: set OSCRIPT to the interpreter. The sample ran in the interpreter of the tests instead.";

    [SkippableFact]
    public async Task Suite_passes_in_OneScript_against_the_bot()
    {
        var environment = new ProcessStartInfo().Environment;
        var interpreter = environment.TryGetValue("OSCRIPT", out var path) ? path : null;
        Skip.If(string.IsNullOrEmpty(interpreter), WhyMissing);
        var ahead = (long)(Bot.Now - TimeProvider.System.GetUtcNow()).TotalSeconds;
        var settings = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["PAYMENTBOT_URL"] = Bot.BotUrl.ToString().TrimEnd('/'),
            ["PAYMENTBOT_CLOCK_OFFSET"] = ahead.ToString(CultureInfo.InvariantCulture),
        };
        await using var process = ProgramProcess.StartCommand(interpreter, [Sample.Suite], settings, CaseList.Folder);

        var code = await process.WaitForExitAsync();

        Assert.True(code == 0, process.Everything);
        Assert.Equal(
            CaseList.All.Count(),
            process.Output.Count(line => line.StartsWith("ok - ", StringComparison.Ordinal))
        );
    }
}
