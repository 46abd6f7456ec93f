using PaymentBot.Sandbox;
using PaymentBot.Sandbox.Hosting;
using PaymentBot.Sandbox.Hosting.Hosted;

var program = new ProgramOptions(args);
try
{
    await using var home = program.Hosted
        ? await HostedHome.OpenAsync(program.Text("--publish"), Console.Out.WriteLine, CancellationToken.None)
        : null;
    var options = new SandboxOptions
    {
        Port = program.Port("--port", 5080),
        BotPort = program.Port("--bot-port", 5081),
        Bot = MakeBot(home),
        ErpPulls = program.ErpPulls,
        FunctionKey = program.Hosted ? HostedBot.FunctionKey : null,
    };
    await using var sandbox = await SandboxApplication.StartAsync(options, CancellationToken.None);
    await Console.Out.WriteLineAsync($"Open {sandbox.Address} — Ctrl+C stops.");
    if (program.NoBot)
    {
        await PrintSettingsAsync(sandbox);
    }

    await sandbox.WaitForShutdownAsync(CancellationToken.None);
    return 0;
}
catch (SandboxException problem)
{
    await Console.Error.WriteLineAsync(problem.Message);
    return 1;
}

Func<IBotUnderTest>? MakeBot(HostedHome? home)
{
    if (home is not null)
    {
        return home.MakeBot;
    }

    return program.NoBot ? () => new AbsentBot() : null;
}

static async Task PrintSettingsAsync(SandboxApplication sandbox)
{
    await Console.Out.WriteLineAsync($"Run a bot at {sandbox.BotUrl} with:");
    foreach (var (key, value) in sandbox.Settings.ToConfiguration())
    {
        await Console.Out.WriteLineAsync($"  {key.Replace(":", "__", StringComparison.Ordinal)}={value}");
    }
}
