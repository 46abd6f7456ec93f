using System.Globalization;

namespace PaymentBot.Benchmarks.Processes;

/// <summary>A bot that can be started.</summary>
/// <param name="Name">For the tables.</param>
/// <param name="FileName">For its log.</param>
/// <param name="Stores">Whether it keeps decisions, so that each tap must be a new one.</param>
/// <param name="Command">How it is started on a port.</param>
internal sealed record BotProgram(string Name, string FileName, bool Stores, Func<int, BotWorld, BotCommand> Command)
{
    /// <summary>Our bot with its state in one file.</summary>
    /// <param name="name">For the tables.</param>
    /// <param name="executable">The published executable.</param>
    public static BotProgram Ours(string name, string executable) =>
        Ours(name, executable, (url, world) => BotEnvironment.Sqlite(world.StandIn, url, world.Database));

    /// <summary>Our bot with its state in a storage account.</summary>
    /// <param name="name">For the tables.</param>
    /// <param name="executable">The published executable.</param>
    /// <param name="connectionString">The account.</param>
    public static BotProgram OursInAzureStorage(string name, string executable, string connectionString) =>
        Ours(name, executable, (url, world) => BotEnvironment.Azure(world.StandIn, url, connectionString));

    private static BotProgram Ours(
        string name,
        string executable,
        Func<string, BotWorld, Dictionary<string, string>> settings
    ) =>
        new(
            name,
            "paymentbot",
            Stores: true,
            (port, world) => new BotCommand(executable, ["--urls", Url(port)], settings(Url(port), world))
        );

    /// <summary>A bot of a Node framework.</summary>
    public static BotProgram Peer(string name, string script) =>
        new(
            name,
            Path.GetFileNameWithoutExtension(script),
            Stores: false,
            (port, world) => new BotCommand("node", [script], Environment(port, world))
        );

    /// <summary>The least a bot can be in ASP.NET Core: this program in another role.</summary>
    public static BotProgram Bare(string executable) =>
        new(
            "Bare minimal API",
            "bare",
            Stores: false,
            (port, world) => new BotCommand(executable, ["bare", Url(port), world.StandIn], Environment(port, world))
        );

    private static string Url(int port) => string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}");

    private static Dictionary<string, string> Environment(int port, BotWorld world) =>
        new(StringComparer.Ordinal)
        {
            ["BOT_TOKEN"] = BotWorld.BotToken,
            ["API_ROOT"] = world.StandIn,
            ["SECRET_TOKEN"] = BotWorld.WebhookSecret,
            ["PORT"] = port.ToString(CultureInfo.InvariantCulture),
            ["NODE_ENV"] = "production",
        };
}
