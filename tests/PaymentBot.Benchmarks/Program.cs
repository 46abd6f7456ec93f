using System.Globalization;
using PaymentBot.Benchmarks.Measurements;
using PaymentBot.Benchmarks.Processes;
using PaymentBot.Benchmarks.Report;
using PaymentBot.Benchmarks.StandIns;

if (args is ["bare", var url, var apiRoot])
{
    await BareBot.RunAsync(url, apiRoot);
    return 0;
}

var clock = TimeProvider.System;
var quick = args.Contains("--quick", StringComparer.Ordinal);
var wanted = args.Where(argument => !argument.StartsWith('-')).DefaultIfEmpty("all").ToHashSet(StringComparer.Ordinal);
string? Option(string name) =>
    args.FirstOrDefault(argument => argument.StartsWith(name, StringComparison.Ordinal))?[name.Length..];
var folder = Directory.CreateTempSubdirectory("paymentbot-benchmarks-");
try
{
    var search = new SearchMeasurement(
        folder.FullName,
        quick,
        Option("--requests=") is { } count ? int.Parse(count, CultureInfo.InvariantCulture) : null,
        clock
    );
    if (wanted.SetEquals(["search"]))
    {
        // No bot is needed for it.
        await Output.TextAsync(await Machine.DescribeAsync(clock));
        await search.RunAsync();
        return 0;
    }

    var bench = new Bench(
        await BotPrograms.BuildAsync(args.Contains("--no-publish", StringComparer.Ordinal)),
        folder.FullName,
        quick,
        clock
    )
    {
        OnlyBot = Option("--bot="),
        OnlyConnections = Option("--connections="),
    };
    await Output.TextAsync(await Machine.DescribeAsync(clock));
    (string Name, Func<Task> Run)[] measurements =
    [
        ("taps", new TapsMeasurement(bench).RunAsync),
        ("fanout", new FanOutMeasurement(bench).RunAsync),
        ("startup", new StartupMeasurement(bench).RunAsync),
        ("memory", new MemoryMeasurement(bench).RunAsync),
        ("homes", new HomesMeasurement(bench).RunAsync),
        ("growth", new GrowthMeasurement(bench).RunAsync),
        ("search", search.RunAsync),
    ];
    foreach (var (name, run) in measurements)
    {
        if (wanted.Contains(name) || wanted.Contains("all"))
        {
            await run();
        }
    }

    return 0;
}
finally
{
    folder.Delete(recursive: true);
}
