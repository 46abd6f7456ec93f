using PaymentBot.Approvals;

namespace PaymentBot.Bot.Delivery.Recipients;

/// <summary>A group key that somebody bound in Telegram.</summary>
public sealed record GroupBinding
{
    /// <summary>The key as it was written, 1 to 64 characters; compared without case.</summary>
    public required string Key { get; init; }

    /// <summary>Where the cards go.</summary>
    public required GroupPlace Place { get; init; }

    /// <summary>Who bound it.</summary>
    public required ErpId BoundBy { get; init; }

    /// <summary>When it was bound or last changed.</summary>
    public required DateTimeOffset BoundAt { get; init; }
}
