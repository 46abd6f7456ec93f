using System.Buffers;
using System.Globalization;
using System.Text;

namespace PaymentBot.Erp.People;

/// <summary>
/// The address of a mailbox in one canonical form, so that equal mailboxes are equal texts: local part and domain in lower case, the domain as
/// A-labels (https://www.rfc-editor.org/rfc/rfc5890). A plus tag and dots are part of the address: what differs by them is another mailbox.
/// </summary>
public sealed record EmailAddress
{
    /// <summary>The longest address, in characters (https://www.rfc-editor.org/errata/eid1690).</summary>
    public const int MaxLength = 254;

    private const int MaxLocalLength = 64;
    private const int MaxDomainLength = 253;

    /// <summary>The characters of an unquoted local part (https://www.rfc-editor.org/rfc/rfc5321#section-4.1.2).</summary>
    private static readonly SearchValues<char> LocalAlphabet = SearchValues.Create(
        "abcdefghijklmnopqrstuvwxyz0123456789!#$%&'*+-/=?^_`{|}~."
    );

    private static readonly SearchValues<char> DomainAlphabet = SearchValues.Create(
        "abcdefghijklmnopqrstuvwxyz0123456789-."
    );

    private static readonly IdnMapping Idn = new() { UseStd3AsciiRules = true };

    private EmailAddress(string local, string domain)
    {
        Value = $"{local}@{domain}";
        Domain = domain;
    }

    /// <summary>The canonical address, at most 254 characters of printable ASCII without spaces and quotes.</summary>
    public string Value { get; }

    /// <summary>The canonical domain: lower-case A-labels without a dot at the end.</summary>
    public string Domain { get; }

    /// <summary>Reads an address.</summary>
    /// <param name="text">The bare address, without a display name and without white space around it.</param>
    /// <returns>The address, or null for anything that is not one or that cannot be brought into the canonical form for certain.</returns>
    public static EmailAddress? Parse(string? text)
    {
        var at = text?.IndexOf('@') ?? -1;
        if (
            at < 0
            || text!.Length > MaxLength
            || CanonicalLocal(text[..at]) is not { } local
            || CanonicalDomain(text[(at + 1)..]) is not { } domain
        )
        {
            return null;
        }

        return local.Length + 1 + domain.Length > MaxLength ? null : new EmailAddress(local, domain);
    }

    /// <summary>Brings a domain into the form of <see cref="Domain"/>.</summary>
    /// <param name="text">A domain in Unicode or in A-labels, in any case.</param>
    /// <returns>The canonical domain, or null when it is none.</returns>
    public static string? CanonicalDomain(string? text)
    {
        // Without ICU a text cannot be normalized, so marks that would have to be composed, and compatibility letters, are refused.
        if (string.IsNullOrEmpty(text) || text.Length > MaxDomainLength || !text.EnumerateRunes().All(IsPlain))
        {
            return null;
        }

        try
        {
            var domain = Idn.GetAscii(text.ToLowerInvariant()).ToLowerInvariant();
            return
                domain.Length <= MaxDomainLength
                && !domain.EndsWith('.')
                && !domain.AsSpan().ContainsAnyExcept(DomainAlphabet)
                ? domain
                : null;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    /// <summary>The domain only: an address is personal data. Write <see cref="Value"/> where the address is wanted.</summary>
    public override string ToString() => $"*@{Domain}";

    private static string? CanonicalLocal(string text)
    {
        var local = text.ToLowerInvariant();
        var isLocal =
            local.Length is > 0 and <= MaxLocalLength
            && Ascii.IsValid(text)
            && !local.AsSpan().ContainsAnyExcept(LocalAlphabet)
            && !local.StartsWith('.')
            && !local.EndsWith('.')
            && !local.Contains("..", StringComparison.Ordinal);
        return isLocal ? local : null;
    }

    private static bool IsPlain(Rune rune) =>
        rune.IsAscii
            ? rune.Value is '-' or '.' || Rune.IsLetterOrDigit(rune)
            : Rune.IsLetter(rune) && !IsCompatibility(rune);

    /// <summary>Letters that only look like others: presentation forms, half and full width, mathematical alphabets.</summary>
    private static bool IsCompatibility(Rune rune) =>
        rune.Value is (>= 0x2100 and <= 0x214F) or (>= 0xF900 and <= 0xFFFF) or (>= 0x1D400 and <= 0x1D7FF);
}
