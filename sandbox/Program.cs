using System.Globalization;
using PaymentBot.Sandbox;
using PaymentBot.Sandbox.Hosting;

var alone = args.Contains("--no-bot");
try
{
    var options = new SandboxOptions
    {
        Port = Number("--port", 5080),
        BotPort = Number("--bot-port", 5081),
        Bot = alone ? () => new AbsentBot() : () => new BotProcess(),
    };
    await using var sandbox = await SandboxApplication.StartAsync(options, CancellationToken.None);
    await Console.Out.WriteLineAsync($"Open {sandbox.Address} — Ctrl+C stops.");
    if (alone)
    {
        await Console.Out.WriteLineAsync($"Run a bot at {sandbox.BotUrl} with:");
        foreach (var (key, value) in sandbox.Settings.ToConfiguration())
        {
            await Console.Out.WriteLineAsync($"  {key.Replace(":", "__", StringComparison.Ordinal)}={value}");
        }
    }

    await sandbox.WaitForShutdownAsync(CancellationToken.None);
    return 0;
}
catch (SandboxException problem)
{
    await Console.Error.WriteLineAsync(problem.Message);
    return 1;
}

int Number(string option, int otherwise)
{
    var at = Array.IndexOf(args, option);
    if (at < 0)
    {
        return otherwise;
    }

    var text = at + 1 < args.Length ? args[at + 1] : string.Empty;
    return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= 65535
        ? number
        : throw new SandboxException($"{option} needs a port number.");
}
