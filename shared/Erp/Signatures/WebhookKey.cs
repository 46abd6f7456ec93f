using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace PaymentBot.Erp.Signatures;

/// <summary>A shared secret of Standard Webhooks: <c>whsec_</c> and the base64 of 24 to 64 bytes. Never printed.</summary>
public sealed class WebhookKey
{
    /// <summary>The shortest accepted secret, in bytes.</summary>
    public const int MinBytes = 24;

    /// <summary>The longest accepted secret, in bytes.</summary>
    public const int MaxBytes = 64;

    private const string Prefix = "whsec_";

    private readonly byte[] _secret;

    private WebhookKey(byte[] secret) => _secret = secret;

    internal ReadOnlySpan<byte> Secret => _secret;

    /// <summary>Reads a key; false when the text is absent or not a key.</summary>
    /// <param name="text">The configured text, or null.</param>
    /// <param name="key">The key, or null when false is returned.</param>
    public static bool TryParse(string? text, [NotNullWhen(true)] out WebhookKey? key)
    {
        key = null;
        if (text is null || !text.StartsWith(Prefix, StringComparison.Ordinal))
        {
            return false;
        }

        Span<byte> secret = stackalloc byte[MaxBytes];
        if (!Convert.TryFromBase64Chars(text.AsSpan(Prefix.Length), secret, out var length) || length < MinBytes)
        {
            return false;
        }

        key = new WebhookKey(secret[..length].ToArray());
        return true;
    }

    /// <summary>Reads a key that has to be there.</summary>
    /// <param name="text">The configured text, or null.</param>
    /// <param name="setting">The name of the setting, such as <c>Erp__OutboundKey</c>, for the error.</param>
    /// <exception cref="FormatException">The text is not a key. The message names the setting and never the text.</exception>
    public static WebhookKey Parse(string? text, string setting) =>
        TryParse(text, out var key) ? key : throw new FormatException(Fault(setting));

    /// <summary>What is wrong with a text that is no key.</summary>
    /// <param name="setting">The name of the setting, such as <c>Erp__OutboundKey</c>.</param>
    /// <returns>A sentence that names the setting and never the text.</returns>
    public static string Fault(string setting) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{setting} must be {Prefix} and {MinBytes} to {MaxBytes} random bytes in base64."
        );

    /// <summary>The prefix and three asterisks.</summary>
    public override string ToString() => $"{Prefix}***";
}
