namespace PaymentBot.Approvals;

/// <summary>One approver's decision and how far it has come.</summary>
public sealed record Decision
{
    /// <summary>Its identity towards the ERP, <c>evt_</c> and 22 characters of base64url; equal on every retry.</summary>
    public required string Id { get; init; }

    /// <summary>The request it belongs to.</summary>
    public required RequestId RequestId { get; init; }

    /// <summary>The revision the approver saw.</summary>
    public required long Revision { get; init; }

    /// <summary>The revision since which the stage has been current with this content: one decision of a person counts for it. 0 where that was not noted.</summary>
    public long Round { get; init; }

    /// <summary>The content hash of that revision, <c>sha256:</c> and 64 hexadecimal digits.</summary>
    public required string ContentHash { get; init; }

    /// <summary>The stage decided on.</summary>
    public required int Stage { get; init; }

    /// <summary>Who decided.</summary>
    public required Person Approver { get; init; }

    /// <summary>The Telegram account the tap came from.</summary>
    public required long TelegramUserId { get; init; }

    /// <summary>The update the tap came in: the claim remembers it, so the same update never decides twice. Null when it was no tap.</summary>
    public long? UpdateId { get; init; }

    /// <summary>When that account was last proven to be the approver's.</summary>
    public required DateTimeOffset AuthenticatedAt { get; init; }

    /// <summary>Yes or no.</summary>
    public required DecisionKind Kind { get; init; }

    /// <summary>The reason or comment, or null; up to 1,000 characters.</summary>
    public string? Comment { get; init; }

    /// <summary>When the tap was accepted.</summary>
    public required DateTimeOffset DecidedAt { get; init; }

    /// <summary>How far it has come.</summary>
    public DecisionState State { get; init; }

    /// <summary>How often it was handed to the ERP.</summary>
    public int Attempts { get; init; }

    /// <summary>When the ERP settled it, or null.</summary>
    public DateTimeOffset? SettledAt { get; init; }

    /// <summary>The ERP's reason code when refused, such as <c>documentChanged</c>, or the kind of fault when failed; else null.</summary>
    public string? Reason { get; init; }

    /// <summary>The ERP's own words when refused, or null.</summary>
    public string? Message { get; init; }

    /// <summary>Whether the ERP's last word on it is still to come.</summary>
    public bool InFlight => State is DecisionState.Decided or DecisionState.Sent;
}

/// <summary>What an approver said.</summary>
public enum DecisionKind
{
    /// <summary>Pay it.</summary>
    Approve,

    /// <summary>Do not pay it; a reason goes along.</summary>
    Reject,
}

/// <summary>How far a decision has come on its way into the ERP. Only <see cref="Confirmed"/> means that it counts.</summary>
public enum DecisionState
{
    /// <summary>Claimed by the approver's tap and stored; the ERP has not been asked yet.</summary>
    Decided,

    /// <summary>Handed to the ERP at least once; no answer that settles it yet.</summary>
    Sent,

    /// <summary>The ERP applied it.</summary>
    Confirmed,

    /// <summary>The ERP refused it and said why; the stage is open again.</summary>
    Refused,

    /// <summary>It could not be handed over: the ERP answered with a permanent fault, or 24 hours passed.</summary>
    Failed,
}
