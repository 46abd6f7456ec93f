using System.Text.RegularExpressions;

namespace PaymentBot.Sandbox.Cloud.FunctionsHost.Definition;

/// <summary>Puts app settings where a file says <c>%NAME%</c>.</summary>
/// <param name="settings">The app settings.</param>
internal sealed partial class AppSettingNames(IReadOnlyDictionary<string, string> settings)
{
    /// <summary>The connection of the account that the host itself needs.</summary>
    public const string HostStorage = "AzureWebJobsStorage";

    /// <summary>The value, or null. Names are compared without case, as configuration does.</summary>
    public string? Find(string name) =>
        settings.FirstOrDefault(pair => string.Equals(pair.Key, name, StringComparison.OrdinalIgnoreCase)).Value;

    /// <summary>A name that does not resolve is an error.</summary>
    /// <param name="node">Where it stands, for the message.</param>
    public string Resolve(DefinitionNode node, string text) =>
        Name()
            .Replace(
                text,
                match =>
                    Find(match.Groups["name"].Value)
                    ?? throw node.Wrong($"'{match.Value}' does not resolve to a value: there is no such app setting.")
            );

    /// <summary>Whether settings say where the connection leads: one by its name, or a group for an identity.</summary>
    public bool HasConnection(string name) =>
        new[] { name, $"{name}__accountName", $"{name}__queueServiceUri" }.Any(key => Find(key) is { Length: > 0 });

    /// <summary>Whether <c>AzureWebJobs.&lt;Name&gt;.Disabled</c> is set.</summary>
    public bool IsDisabled(string function) =>
        Find($"AzureWebJobs.{function}.Disabled") is { } text
        && (text is "1" || string.Equals(text, "true", StringComparison.OrdinalIgnoreCase));

    [GeneratedRegex("%(?<name>[^%]+)%", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Name();
}
