namespace PaymentBot.Cards.Wording;

/// <summary>Puts the known parts of a tax side by side.</summary>
internal static class VatDetails
{
    /// <summary>"20 %, 208 333,42 ₽", one of the two, or nothing.</summary>
    public static string Join(string? rate, string? amount) =>
        string.Join(", ", new[] { rate, amount }.Where(part => !string.IsNullOrEmpty(part)));
}
