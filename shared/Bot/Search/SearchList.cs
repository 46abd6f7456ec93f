using System.Buffers.Text;
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

/// <summary>
/// Where a request stands in every list of the index, the newest document first: the same row key in all of them, so that a page that began in one list
/// goes on in another.
/// </summary>
/// <param name="RowKey">19 digits that fall with the date, a dash, and the request's key.</param>
internal readonly record struct SearchPosition(string RowKey)
{
    private const int Digits = 19;
    private const int KeyLength = 22;

    private static readonly long Latest = DateTimeOffset.MaxValue.Ticks;

    public RequestKey Request => new(RowKey[(Digits + 1)..]);

    public DateTimeOffset Date =>
        new(Latest - long.Parse(RowKey.AsSpan(0, Digits), NumberStyles.None, CultureInfo.InvariantCulture), default);

    /// <summary>The first row key behind this one: no row of the index is called so.</summary>
    public string After => RowKey + "-";

    public static SearchPosition Of(PaymentRequest request) =>
        new($"{RowFrom(request.Date)}-{RequestKey.Of(request.Id).Value}");

    /// <summary>The first row key of documents of this instant or older.</summary>
    public static string RowFrom(DateTimeOffset instant) =>
        (Latest - instant.UtcTicks).ToString("D19", CultureInfo.InvariantCulture);

    /// <summary>Reads what a caller gave; null for whatever is no position.</summary>
    public static SearchPosition? Parse(string? text) =>
        text is { Length: Digits + 1 + KeyLength }
        && text[Digits] == '-'
        && !text.AsSpan(0, Digits).ContainsAnyExceptInRange('0', '9')
        && long.TryParse(text.AsSpan(0, Digits), NumberStyles.None, CultureInfo.InvariantCulture, out var ticks)
        && ticks <= Latest
        && Base64Url.IsValid(text.AsSpan(Digits + 1))
            ? new SearchPosition(text)
            : null;
}
