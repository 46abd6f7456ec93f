namespace PaymentBot.Sandbox.Cloud.FunctionsHost.Definition;

/// <summary><c>customHandler</c> of host.json, ready to be started.</summary>
/// <param name="Executable">An absolute path, or a command on PATH.</param>
/// <param name="Arguments">Everything after it, in one line: arguments, worker path, worker arguments.</param>
/// <param name="WorkingDirectory">An absolute path.</param>
/// <param name="InitializationTimeout">How long it may take to open its port.</param>
internal sealed record HandlerDescription(
    string Executable,
    string Arguments,
    string WorkingDirectory,
    TimeSpan InitializationTimeout
);
