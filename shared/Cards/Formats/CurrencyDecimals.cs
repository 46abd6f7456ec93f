namespace PaymentBot.Cards.Formats;

/// <summary>The minor units of ISO 4217 (https://www.six-group.com/en/products-services/financial-information/data-standards.html).</summary>
internal static class CurrencyDecimals
{
    private const int Usual = 2;

    /// <summary>How many decimals an amount of <paramref name="currency"/> shows at least; 2 where the code is not known.</summary>
    public static int Of(string currency) =>
        currency switch
        {
            "BIF" or "CLP" or "DJF" or "GNF" or "ISK" or "JPY" or "KMF" or "KRW" => 0,
            "PYG" or "RWF" or "UGX" or "VND" or "VUV" or "XAF" or "XOF" or "XPF" => 0,
            "BHD" or "IQD" or "JOD" or "KWD" or "LYD" or "OMR" or "TND" => 3,
            _ => Usual,
        };
}
