namespace PaymentBot.Sandbox.Hosting;

/// <summary>How the whole sandbox is started.</summary>
internal sealed class SandboxOptions
{
    /// <summary>The port of the page and of the JSON API, 0 for any free one.</summary>
    public int Port { get; init; } = 5080;

    /// <summary>The port of the bot, 0 for any free one.</summary>
    public int BotPort { get; init; } = 5081;

    /// <summary>Makes the bot that is started; null for the real one in this process, which goes by <see cref="Clock"/>.</summary>
    public Func<IBotUnderTest>? Bot { get; init; }

    /// <summary>What the ERP sends as <c>x-functions-key</c>, or null; a bot behind the Functions host wants it.</summary>
    public string? FunctionKey { get; init; }

    /// <summary>Whether the ERP fetches decisions at first, and listens nowhere.</summary>
    public bool ErpPulls { get; init; }

    /// <summary>The pauses of the ERP between its attempts to reach the bot: the first, and the longest.</summary>
    public (TimeSpan First, TimeSpan Longest) ErpRetry { get; init; } =
        (TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(1));

    /// <summary>Settings of the bot that differ from the sandbox's own, by key with <c>:</c> between the parts.</summary>
    public IReadOnlyDictionary<string, string?> BotSettings { get; init; } =
        new Dictionary<string, string?>(StringComparer.Ordinal);

    /// <summary>Where the folder with the bot's store is made; it is removed at the end.</summary>
    public string TemporaryFolder { get; init; } = Path.GetTempPath();

    /// <summary>How long <c>POST …/tap</c> waits for the answer of the bot.</summary>
    public TimeSpan TapTimeout { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>Refuses calls of the bot above Telegram's limits.</summary>
    public bool EnforceRates { get; init; }

    /// <summary>The clock of the stand-ins.</summary>
    public SandboxClock Clock { get; init; } = new();
}
