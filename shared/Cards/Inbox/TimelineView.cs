using PaymentBot.Approvals;

namespace PaymentBot.Cards.Inbox;

/// <summary>The way of one request so far, and for whom it is told.</summary>
public sealed record TimelineView
{
    /// <summary>The latest snapshot.</summary>
    public required PaymentRequest Request { get; init; }

    /// <summary>The decisions on their way, oldest first.</summary>
    public IReadOnlyList<Decision> Decisions { get; init; } = [];

    /// <summary>Who reads it.</summary>
    public required ErpId Reader { get; init; }

    /// <summary>The reader's language.</summary>
    public required Language Language { get; init; }

    /// <summary>The zone in which the reader reads times.</summary>
    public required TimeZoneInfo TimeZone { get; init; }

    /// <summary>Now.</summary>
    public required DateTimeOffset Now { get; init; }
}
