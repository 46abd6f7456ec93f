namespace PaymentBot.Benchmarks.Processes;

/// <summary>How a bot is started.</summary>
internal sealed record BotCommand(
    string Executable,
    IReadOnlyList<string> Arguments,
    IReadOnlyDictionary<string, string> Environment
);
