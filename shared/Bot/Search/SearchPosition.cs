using System.Buffers.Text;
using System.Globalization;
using PaymentBot.Approvals;
using PaymentBot.Bot.Requests;

namespace PaymentBot.Bot.Search;

/// <summary>
/// Where a request stands in every list of the index, the newest document first: the same row key in all of them, so that a page that began in one list
/// goes on in another.
/// </summary>
/// <param name="RowKey">19 digits that fall with the date, a dash, and the request's key.</param>
internal readonly record struct SearchPosition(string RowKey) : IComparable<SearchPosition>
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

    public static bool operator <(SearchPosition left, SearchPosition right) => left.CompareTo(right) < 0;

    public static bool operator <=(SearchPosition left, SearchPosition right) => left.CompareTo(right) <= 0;

    public static bool operator >(SearchPosition left, SearchPosition right) => left.CompareTo(right) > 0;

    public static bool operator >=(SearchPosition left, SearchPosition right) => left.CompareTo(right) >= 0;

    public int CompareTo(SearchPosition other) => string.CompareOrdinal(RowKey, other.RowKey);
}
