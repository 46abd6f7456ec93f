namespace PaymentBot.Cards.Wording;

/// <summary>Puts the known parts of a tax side by side.</summary>
internal static class VatDetails
{
    /// <summary>" 20 %: 208 333,42 ₽", one of the two, or nothing; continues a label.</summary>
    public static string Join(string? rate, string? amount) =>
        (string.IsNullOrEmpty(rate) ? string.Empty : $" {rate}")
        + (string.IsNullOrEmpty(amount) ? string.Empty : $": {amount}");
}
