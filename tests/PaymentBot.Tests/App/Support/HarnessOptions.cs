using Microsoft.Extensions.DependencyInjection;
using PaymentBot.Sandbox.Hosting;
using PaymentBot.Sandbox.Telegram;

namespace PaymentBot.Tests.App.Support;

/// <summary>How a harness differs from the usual company.</summary>
internal sealed record HarnessOptions
{
    /// <summary>People beyond the sandbox's own.</summary>
    public IReadOnlyList<SandboxPerson> MorePeople { get; init; } = [];

    /// <summary>Groups beyond the treasury's.</summary>
    public IReadOnlyList<TelegramGroup> MoreGroups { get; init; } = [];

    /// <summary>Whether everybody is linked at the start.</summary>
    public bool LinkEverybody { get; init; } = true;

    /// <summary>Whether the Telegram stand-in answers 429 to calls beyond its limits.</summary>
    public bool EnforceRates { get; init; }

    /// <summary>Settings that differ from the sandbox's.</summary>
    public IReadOnlyDictionary<string, string?> Settings { get; init; } =
        new Dictionary<string, string?>(StringComparer.Ordinal);

    /// <summary>Services that differ.</summary>
    public Action<IServiceCollection>? Services { get; init; }
}
