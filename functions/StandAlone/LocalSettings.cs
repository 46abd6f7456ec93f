using System.Text.Json;

namespace PaymentBot.Functions.StandAlone;

/// <summary>Reads <c>local.settings.json</c> the way the Functions tools do: the strings under <c>Values</c> stand for environment variables.</summary>
internal static class LocalSettings
{
    private const string FileName = "local.settings.json";

    /// <summary>Adds the file of the current folder, if there is one, below whatever was added before.</summary>
    /// <param name="configuration">The configuration.</param>
    /// <param name="folder">Where to look.</param>
    /// <exception cref="JsonException">The file is no JSON.</exception>
    public static void Add(IConfigurationBuilder configuration, string folder)
    {
        var path = Path.Combine(folder, FileName);
        if (!File.Exists(path))
        {
            return;
        }

        using var document = JsonDocument.Parse(
            File.ReadAllBytes(path),
            new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true }
        );
        if (document.RootElement.TryGetProperty("Values", out var values))
        {
            var pairs = values
                .EnumerateObject()
                .ToDictionary(
                    value => value.Name.Replace("__", ConfigurationPath.KeyDelimiter, StringComparison.Ordinal),
                    value => (string?)value.Value.ToString(),
                    StringComparer.OrdinalIgnoreCase
                );
            configuration.AddInMemoryCollection(pairs);
        }
    }
}
