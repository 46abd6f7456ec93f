using PaymentBot.Approvals;

namespace PaymentBot.Cards.Formats;

/// <summary>Rounds amounts so that they tell how large a payment is, and no more.</summary>
internal static class RoughAmount
{
    private const int Digits = 2;

    /// <summary>The amount with its two leading digits, halves away from zero.</summary>
    /// <param name="money">Any amount.</param>
    public static Money Of(Money money) => money with { Amount = Round(money.Amount) };

    private static decimal Round(decimal amount)
    {
        if (amount == 0)
        {
            return 0;
        }

        var step = 1m;
        while (Math.Abs(amount) / step >= 100)
        {
            step *= 10;
        }

        if (step > 1)
        {
            return Math.Round(amount / step, MidpointRounding.AwayFromZero) * step;
        }

        var decimals = Digits - 1;
        for (var rest = Math.Abs(amount); rest < 1 && decimals < 28; rest *= 10)
        {
            decimals++;
        }

        return Math.Round(amount, Math.Abs(amount) >= 10 ? 0 : decimals, MidpointRounding.AwayFromZero);
    }
}
