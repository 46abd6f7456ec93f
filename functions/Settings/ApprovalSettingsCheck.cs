using System.Globalization;
using PaymentBot.Approvals;

namespace PaymentBot.Functions.Settings;

/// <summary>Reads what the company demands of approvals, and says what is wrong with it.</summary>
/// <param name="faults">Gets a line for each fault; the lines name keys, never values.</param>
internal sealed class ApprovalSettingsCheck(ICollection<string> faults)
{
    private const int CodeLength = 3;

    /// <summary>Reads the policy.</summary>
    /// <param name="configuration">The configuration.</param>
    public ApprovalPolicy Read(IConfiguration configuration)
    {
        var section = configuration.GetSection("Approvals");
        var fourEyes = !bool.TryParse(section["FourEyes"], out var wished) || wished;
        var limits = new Dictionary<string, decimal>(StringComparer.OrdinalIgnoreCase);
        foreach (var entry in section.GetSection("ConfirmAbove").GetChildren())
        {
            if (
                entry.Key.Length == CodeLength
                && entry.Key.All(char.IsAsciiLetter)
                && decimal.TryParse(
                    entry.Value,
                    NumberStyles.AllowDecimalPoint,
                    CultureInfo.InvariantCulture,
                    out var limit
                )
            )
            {
                limits[entry.Key.ToUpperInvariant()] = limit;
            }
            else
            {
                faults.Add(
                    $"Approvals__ConfirmAbove__{entry.Key} must be an amount such as 1000000 or 99.50, under the three letters of a currency."
                );
            }
        }

        return new ApprovalPolicy(fourEyes, limits);
    }
}
