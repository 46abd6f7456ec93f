using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace PaymentBot.Sandbox.Google;

/// <summary>A mailbox one can sign in with.</summary>
/// <param name="Email">As the ID token writes it; looked up without regard to case.</param>
/// <param name="Name">Shown on the page and sent as <c>name</c>.</param>
internal sealed record GoogleAccount(string Email, string Name)
{
    /// <summary>Closed by the administrator: cannot sign in, and its refresh tokens are dead.</summary>
    public bool Disabled { get; init; }

    /// <summary>Whether Google has seen that the person reads this mailbox.</summary>
    public bool EmailVerified { get; init; } = true;

    /// <summary>Never changes: 21 digits, as Google's are.</summary>
    public string Subject
    {
        get
        {
            var hash = SHA256.HashData(Encoding.UTF8.GetBytes(Email.ToLowerInvariant()));
            return string.Create(CultureInfo.InvariantCulture, $"10{BitConverter.ToUInt64(hash) % 1_000_000_000:D19}");
        }
    }

    /// <summary>The Workspace domain, or null for an address of Gmail.</summary>
    public string? HostedDomain
    {
        get
        {
            var domain = Email[(Email.LastIndexOf('@') + 1)..].ToLowerInvariant();
            return domain is "gmail.com" or "googlemail.com" ? null : domain;
        }
    }

    public JsonObject ToJson(int grants) =>
        new()
        {
            ["email"] = Email,
            ["name"] = Name,
            ["disabled"] = Disabled,
            ["emailVerified"] = EmailVerified,
            ["grants"] = grants,
        };
}
