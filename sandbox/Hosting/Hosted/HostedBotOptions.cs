using PaymentBot.Sandbox.Cloud.Azurite;
using PaymentBot.Sandbox.Cloud.FunctionsHost;

namespace PaymentBot.Sandbox.Hosting.Hosted;

/// <summary>What a bot behind the double of the Functions host needs.</summary>
internal sealed class HostedBotOptions
{
    /// <summary>What <c>dotnet publish functions</c> made.</summary>
    public required string PublishFolder { get; init; }

    /// <summary>Gives an empty storage account; asked at every start of the bot.</summary>
    public required Func<AzuriteAccount> NewAccount { get; init; }

    /// <summary>The host's times; tests shorten them.</summary>
    public FunctionsHostTimings Timings { get; init; } = new();

    /// <summary>Gets what the host and the bot write, a line at a time, or null.</summary>
    public Action<string>? Write { get; init; }
}
