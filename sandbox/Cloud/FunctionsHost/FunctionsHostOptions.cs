namespace PaymentBot.Sandbox.Cloud.FunctionsHost;

/// <summary>What one instance of the host is started with.</summary>
internal sealed class FunctionsHostOptions
{
    /// <summary>What <c>dotnet publish</c> made: host.json and a folder for each function.</summary>
    public required string PublishFolder { get; init; }

    /// <summary>The app settings, with <c>__</c> between the parts; the handler's environment has these and what the host adds.</summary>
    public required IReadOnlyDictionary<string, string> AppSettings { get; init; }

    /// <summary>The port to listen on at 127.0.0.1, 0 for any free one.</summary>
    public int Port { get; init; }

    /// <summary>What opens functions that are not anonymous.</summary>
    public FunctionKeys Keys { get; init; } = new();

    /// <summary>Times that differ from the real ones.</summary>
    public FunctionsHostTimings Timings { get; init; } = new();

    /// <summary>The clock of everything but the handler's process.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;
}
