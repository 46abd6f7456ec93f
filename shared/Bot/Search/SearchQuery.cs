using PaymentBot.Approvals;

namespace PaymentBot.Bot.Search;

/// <summary>Which requests are looked for; every condition that is set has to hold.</summary>
public sealed record SearchQuery
{
    /// <summary>Beginnings of words of the number, the payee or the purpose, in lower case; all of them have to occur.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];

    /// <summary>The least amount, in the request's own currency, or null.</summary>
    public decimal? AmountFrom { get; init; }

    /// <summary>The largest amount, in the request's own currency, or null.</summary>
    public decimal? AmountTo { get; init; }

    /// <summary>The first day of the document's date, or null.</summary>
    public DateOnly? From { get; init; }

    /// <summary>The last day of the document's date, or null.</summary>
    public DateOnly? To { get; init; }

    /// <summary>The state, or null for any.</summary>
    public RequestStatus? Status { get; init; }

    /// <summary>Only what the viewer initiated.</summary>
    public bool Mine { get; init; }

    /// <summary>Only what waits for the viewer's decision.</summary>
    public bool Waiting { get; init; }

    /// <summary>Only stages decided by the viewer.</summary>
    public bool Decided { get; init; }
}
