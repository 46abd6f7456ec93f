using System.Globalization;

namespace PaymentBot.Functions.StandAlone;

/// <summary>
/// Reads the secrets that systemd hands to a service (<c>LoadCredential=</c>, https://systemd.io/CREDENTIALS/): one file per setting, named like the
/// environment variable. They are never in the environment, which children inherit and which every process of the same user can read.
/// </summary>
internal static class CredentialFiles
{
    private const string Prefix = "CREDENTIALS_";
    private const string Key = "DIRECTORY";
    private const int MaxBytes = 64 * 1024;

    /// <summary>Adds the files of the folder that <c>CREDENTIALS_DIRECTORY</c> names, above whatever was added before.</summary>
    /// <param name="configuration">The configuration.</param>
    /// <exception cref="IOException">The folder, or a file in it, cannot be read.</exception>
    public static void Add(IConfigurationBuilder configuration) =>
        Add(configuration, new ConfigurationBuilder().AddEnvironmentVariables(Prefix).Build()[Key]);

    /// <summary>Adds the files of a folder.</summary>
    /// <param name="configuration">The configuration.</param>
    /// <param name="folder">The folder; null or empty adds nothing.</param>
    /// <exception cref="IOException">The folder, or a file in it, cannot be read.</exception>
    public static void Add(IConfigurationBuilder configuration, string? folder)
    {
        if (string.IsNullOrEmpty(folder))
        {
            return;
        }

        var pairs = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);
        foreach (var file in Directory.EnumerateFiles(folder))
        {
            // An unset secret is an empty file, so that the unit can name all of them.
            if (Read(file) is { Length: > 0 } value)
            {
                var name = Path.GetFileName(file);
                pairs[name.Replace("__", ConfigurationPath.KeyDelimiter, StringComparison.Ordinal)] = value;
            }
        }

        configuration.AddInMemoryCollection(pairs);
    }

    private static string Read(string file)
    {
        if (new FileInfo(file).Length > MaxBytes)
        {
            throw new IOException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"The credential {Path.GetFileName(file)} is longer than {MaxBytes} bytes; no setting is."
                )
            );
        }

        return File.ReadAllText(file).Trim();
    }
}
