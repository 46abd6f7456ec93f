using System.Globalization;
using PaymentBot.Approvals;

namespace PaymentBot.Cards.Inbox;

/// <summary>One page of a person's list, and all that it is shown with.</summary>
public sealed record InboxList
{
    /// <summary>How many requests a page shows.</summary>
    public const int PageSize = 5;

    /// <summary>What it lists.</summary>
    public required InboxKind Kind { get; init; }

    /// <summary>The requests of this page, at most <see cref="PageSize"/>.</summary>
    public required IReadOnlyList<PaymentRequest> Requests { get; init; }

    /// <summary>Which page it is, 0 for the first.</summary>
    public int Page { get; init; }

    /// <summary>How many requests there are in all, or null where nobody has counted.</summary>
    public int? Count { get; init; }

    /// <summary>Whether there is a page after this one.</summary>
    public bool More { get; init; }

    /// <summary>Whether <see cref="Count"/> stops at a bound, and there are more.</summary>
    public bool Bounded { get; init; }

    /// <summary>The amounts of all pages, one for each currency.</summary>
    public IReadOnlyList<Money> Totals { get; init; } = [];

    /// <summary>What was searched for, or null.</summary>
    public string? Query { get; init; }

    /// <summary>Who reads it.</summary>
    public required ErpId Reader { get; init; }

    /// <summary>The reader's language.</summary>
    public required Language Language { get; init; }

    /// <summary>The zone in which the reader reads times.</summary>
    public required TimeZoneInfo TimeZone { get; init; }

    /// <summary>Now.</summary>
    public required DateTimeOffset Now { get; init; }
}

/// <summary>What the buttons of lists carry: <c>i:&lt;verb&gt;:&lt;argument&gt;</c>.</summary>
public static class InboxData
{
    /// <summary>What all of it begins with.</summary>
    public const string Prefix = "i";

    /// <summary>The verb that opens a request by its key.</summary>
    public const string Open = "o";

    /// <summary>The data that opens a request.</summary>
    /// <param name="requestKey">The key, 22 characters of base64url.</param>
    public static string OpenOf(string requestKey) => $"{Prefix}:{Open}:{requestKey}";

    /// <summary>The data that turns a list to a page.</summary>
    /// <param name="kind">The list.</param>
    /// <param name="page">The page, 0 for the first.</param>
    public static string PageOf(InboxKind kind, int page) =>
        string.Create(CultureInfo.InvariantCulture, $"{Prefix}:{VerbOf(kind)}:{page}");

    /// <summary>The list a verb stands for, or null.</summary>
    /// <param name="verb">The verb.</param>
    public static InboxKind? KindOf(string verb) =>
        verb switch
        {
            "p" => InboxKind.Pending,
            "m" => InboxKind.Mine,
            "h" => InboxKind.History,
            "f" => InboxKind.Found,
            _ => null,
        };

    private static char VerbOf(InboxKind kind) =>
        kind switch
        {
            InboxKind.Pending => 'p',
            InboxKind.Mine => 'm',
            InboxKind.History => 'h',
            _ => 'f',
        };
}
