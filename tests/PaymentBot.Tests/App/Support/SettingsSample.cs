using System.Text.Json;
using Microsoft.Extensions.Configuration;

namespace PaymentBot.Tests.App.Support;

/// <summary><c>local.settings.sample.json</c>, which has to be a setup that works, and the minimal one that README copies.</summary>
internal static class SettingsSample
{
    /// <summary>The settings by name, as environment variables are called.</summary>
    public static Dictionary<string, string?> Values() => Read("local.settings.sample.json");

    /// <summary>What day one needs; the secrets are empty.</summary>
    public static Dictionary<string, string?> Minimal() => Read("local.settings.minimal.json");

    private static Dictionary<string, string?> Read(string file)
    {
        using var sample = JsonDocument.Parse(File.ReadAllText(Path.Combine(ArchitectureTests.Root, file)));
        return sample
            .RootElement.GetProperty("Values")
            .EnumerateObject()
            .ToDictionary(value => value.Name, value => value.Value.GetString(), StringComparer.Ordinal);
    }

    /// <summary>What the bot reads from such variables.</summary>
    public static IConfiguration Configuration(Dictionary<string, string?> values) =>
        new ConfigurationBuilder()
            .AddInMemoryCollection(
                values.ToDictionary(
                    pair => pair.Key.Replace("__", ConfigurationPath.KeyDelimiter, StringComparison.Ordinal),
                    pair => pair.Value
                )
            )
            .Build();
}
