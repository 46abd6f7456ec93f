namespace PaymentBot.Sandbox.Cloud.FunctionsHost.Definition;

/// <summary>All that a publish folder says to the host.</summary>
internal sealed record HostDefinition
{
    /// <summary>The folder.</summary>
    public required string Root { get; init; }

    /// <summary>The worker's process.</summary>
    public required WorkerDescription Worker { get; init; }

    /// <summary>What every route starts with, without slashes at its ends; may be empty.</summary>
    public required string RoutePrefix { get; init; }

    /// <summary>How queues are worked off.</summary>
    public required QueuesSettings Queues { get; init; }

    /// <summary>How long a function may take, or null for as long as it likes.</summary>
    public required TimeSpan? FunctionTimeout { get; init; }

    /// <summary>The functions, by name.</summary>
    public required IReadOnlyList<FunctionDefinition> Functions { get; init; }

    /// <summary>The functions that are not switched off.</summary>
    public IEnumerable<FunctionDefinition> Enabled => Functions.Where(function => !function.Disabled);
}

/// <summary>How the worker is started.</summary>
/// <param name="Executable">The program: a file, or a command on PATH.</param>
/// <param name="WorkerPath">What it gets as its first argument.</param>
internal sealed record WorkerDescription(string Executable, string WorkerPath);

/// <summary>How queues are worked off: <c>extensions.queues</c>, null where host.json is silent.</summary>
/// <param name="Given">The settings as they are written, for the platform's own listener.</param>
internal sealed record QueuesSettings(IReadOnlyDictionary<string, string> Given);
