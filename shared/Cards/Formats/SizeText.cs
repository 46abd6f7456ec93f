namespace PaymentBot.Cards.Formats;

/// <summary>Picks the unit of a file size.</summary>
internal static class SizeText
{
    private const decimal Step = 1024;

    /// <summary>
    /// <paramref name="bytes"/> in the largest unit of <paramref name="units"/> that leaves 1 or more: one decimal below 10, else none.
    /// </summary>
    public static string Write(long bytes, ReadOnlySpan<string> units, char group, char point)
    {
        var value = (decimal)Math.Max(bytes, 0);
        var unit = 0;
        while (Round(value) >= Step && unit < units.Length - 1)
        {
            value /= Step;
            unit++;
        }

        return $"{DecimalText.Write(Round(value), 0, group, point)}\u00A0{units[unit]}";
    }

    private static decimal Round(decimal value) => Math.Round(value, value < 10 ? 1 : 0, MidpointRounding.AwayFromZero);
}
