using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace PaymentBot.Functions.Observability;

/// <summary>
/// The last net before the log. Nothing of ours logs an address or a secret; an exception of a library may repeat one, though: a bot's token in a path, an account
/// key in a connection string, a signature, code or token in a query string.
/// </summary>
internal static partial class LogRedaction
{
    private const string Mark = "[redacted]";

    /// <summary>Replaces what looks like a secret.</summary>
    /// <param name="text">A log text.</param>
    [return: NotNullIfNotNull(nameof(text))]
    public static string? Apply(string? text) => text is null ? null : Secret().Replace(text, $"${{name}}{Mark}");

    [GeneratedRegex(
        @"[0-9]{6,16}:[A-Za-z0-9_-]{30,}|(?<name>(?:AccountKey|SharedAccessSignature|client_secret|[?&](?:sig|code|state|ticket|token))=)[^\s;&""']+",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Secret();
}
