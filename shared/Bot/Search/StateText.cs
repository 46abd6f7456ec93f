using PaymentBot.Approvals;

namespace PaymentBot.Bot.Search;

/// <summary>Reads words for states and for what a request is to the reader. Pure.</summary>
internal static class StateText
{
    /// <summary>Takes a word.</summary>
    /// <param name="word">The word, in lower case, without ё.</param>
    /// <param name="query">Learns what it says.</param>
    /// <returns>Whether it says something.</returns>
    public static bool Take(string word, ref SearchQuery query)
    {
        if (StatusOf(word) is { } status)
        {
            query = query with { Status = status };
            return true;
        }

        switch (word)
        {
            case "мои" or "мой" or "моя" or "мое" or "mine" or "my":
                query = query with { Mine = true };
                return true;
            case "жду" or "ждут" or "ждет" or "ожидают" or "waiting":
                query = query with { Waiting = true };
                return true;
            case "решенные" or "решил" or "решила" or "decided":
                query = query with { Decided = true };
                return true;
            default:
                return false;
        }
    }

    private static RequestStatus? StatusOf(string word) =>
        word switch
        {
            "согласуется" or "согласуются" or "открытые" or "pending" or "open" => RequestStatus.Pending,
            "согласован" or "одобрен" or "approved" => RequestStatus.Approved,
            "отклонен" or "rejected" or "declined" => RequestStatus.Rejected,
            "отозван" or "withdrawn" => RequestStatus.Withdrawn,
            "оплачен" or "paid" => RequestStatus.Paid,
            _ => Ending(word) is { } stem ? StatusOf(stem) : null,
        };

    /// <summary>The short form of «согласовано», «согласованные», «оплаченные» and the like; null for a word of another kind.</summary>
    private static string? Ending(string word)
    {
        ReadOnlySpan<string> endings = ["ные", "ный", "ная", "ное", "о", "а", "ы"];
        foreach (var ending in endings)
        {
            if (word.Length > ending.Length && word.EndsWith(ending, StringComparison.Ordinal))
            {
                // «согласованные» has two н, the short form one.
                var stem = word[..^ending.Length];
                return stem.EndsWith('н') ? stem : null;
            }
        }

        return null;
    }
}
