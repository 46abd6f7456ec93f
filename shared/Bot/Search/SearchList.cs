using System.Globalization;
using PaymentBot.Approvals;
using PaymentBot.Bot.Requests;
using PaymentBot.Storage;

namespace PaymentBot.Bot.Search;

/// <summary>The lists of the index: a partition each, the newest document first. The one place that builds their names.</summary>
internal static class SearchList
{
    private const int MaxDigits = 15;
    private const int TokenLength = 11;

    /// <summary>Every request.</summary>
    public const string All = "a";

    /// <summary>The row of a request among the requests that are in the index.</summary>
    public const string KnownRow = "index";

    /// <summary>What a person may see.</summary>
    public static string Seen(ErpId person) => $"v-{StorageKey.Of(person.Value)}";

    /// <summary>What a person initiated.</summary>
    public static string Own(ErpId person) => $"o-{StorageKey.Of(person.Value)}";

    /// <summary>What a person decided.</summary>
    public static string Decided(ErpId person) => $"d-{StorageKey.Of(person.Value)}";

    /// <summary>What is in a state.</summary>
    public static string InState(RequestStatus status) => $"s-{status}";

    /// <summary>What has a word that begins so.</summary>
    /// <param name="beginning">As <see cref="SearchWords.ListsOf"/> has it.</param>
    public static string WithWord(string beginning) => $"t-{StorageKey.Of(beginning)[..TokenLength]}";

    /// <summary>What has an amount of that size.</summary>
    public static string OfSize(decimal amount) => OfDigits(Digits(amount));

    /// <summary>The lists that hold all amounts of a range.</summary>
    /// <param name="from">The least amount, or null.</param>
    /// <param name="to">The largest, or null.</param>
    public static IReadOnlyList<string> OfRange(decimal? from, decimal? to)
    {
        var first = Digits(from ?? 0);
        var last = to is { } most ? Digits(most) : MaxDigits;
        return [.. Enumerable.Range(first, Math.Max(0, last - first + 1)).Select(OfDigits)];
    }

    /// <summary>Where it is remembered what the index has of a request.</summary>
    public static string Known(RequestKey key) => $"r-{key.Value}";

    private static string OfDigits(int digits) => string.Create(CultureInfo.InvariantCulture, $"m-{digits:D2}");

    /// <summary>How many digits the whole part has; 0 for less than one unit.</summary>
    private static int Digits(decimal amount)
    {
        var digits = 0;
        for (
            var rest = decimal.Truncate(Math.Abs(amount));
            rest >= 1 && digits < MaxDigits;
            rest = decimal.Truncate(rest / 10)
        )
        {
            digits++;
        }

        return amount < 0 ? 0 : digits;
    }
}
