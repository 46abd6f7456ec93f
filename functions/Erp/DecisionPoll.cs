using System.Globalization;
using PaymentBot.Bot.Deciding;
using PaymentBot.Erp;
using PaymentBot.Erp.Problems;

namespace PaymentBot.Functions.Erp;

/// <summary>What a call for decisions asks for.</summary>
/// <param name="After">The place after which it wants them, or null for all that are not acknowledged.</param>
/// <param name="Wait">How long it is ready to wait for one, 0 to 55 seconds.</param>
/// <param name="Limit">The most decisions wanted, 1 to 100.</param>
internal sealed record DecisionPoll(string? After, TimeSpan Wait, int Limit)
{
    /// <summary>Shorter than a minute, after which many a proxy on the way gives up.</summary>
    private const int MaxWait = 55;

    /// <summary>Reads the query.</summary>
    /// <param name="query">The query of the call.</param>
    /// <param name="problem">What is wrong with it, or null.</param>
    /// <returns>The call, or null when something is wrong.</returns>
    public static DecisionPoll? Read(IQueryCollection query, out Problem? problem)
    {
        problem = null;
        var wait = Whole(query, "wait", 0, 0, MaxWait, ref problem);
        var limit = Whole(query, "limit", DecisionList.Max, 1, DecisionList.Max, ref problem);
        var cursor = query["after"].ToString();
        var after = cursor.Length == 0 ? null : DecisionCursor.Read(cursor);
        if (cursor.Length > 0 && after is null)
        {
            problem = ProblemKinds.UnknownCursor.At();
        }

        return problem is null ? new DecisionPoll(after, TimeSpan.FromSeconds(wait), limit) : null;
    }

    /// <summary>A larger number than the largest is cut: the caller gets less than it asked for, and nothing that it did not.</summary>
    private static int Whole(
        IQueryCollection query,
        string name,
        int otherwise,
        int least,
        int most,
        ref Problem? problem
    )
    {
        var text = query[name].ToString();
        if (text.Length == 0)
        {
            return otherwise;
        }

        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least)
        {
            return Math.Min(number, most);
        }

        var allowed = string.Create(CultureInfo.InvariantCulture, $"{name} = {least}..{most}");
        problem = ProblemKinds.WrongParameter.At(null, allowed);
        return otherwise;
    }
}
