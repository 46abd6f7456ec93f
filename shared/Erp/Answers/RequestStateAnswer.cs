using System.Text.Json.Serialization;
using PaymentBot.Approvals;

namespace PaymentBot.Erp.Answers;

/// <summary>The answer to <c>GET /api/erp/requests/{id}</c>: what the bot knows and what became of it.</summary>
public sealed record RequestStateAnswer
{
    /// <summary>The ERP's identity of the request.</summary>
    public required string Id { get; init; }

    /// <summary>The latest revision the bot holds.</summary>
    public required long Revision { get; init; }

    /// <summary>The content hash of that revision, <c>sha256:</c> and 64 hexadecimal digits.</summary>
    public required string ContentHash { get; init; }

    /// <summary>Where the request stands, by that revision.</summary>
    [JsonConverter(typeof(CamelCaseEnumConverter<RequestStatus>))]
    public required RequestStatus Status { get; init; }

    /// <summary>The number of the stage whose turn it is, or null.</summary>
    public required int? Stage { get; init; }

    /// <summary>The ERP identities of the current stage's approvers who may not approve it, for nobody approves their own request or two stages of one.</summary>
    public IReadOnlyList<string> Barred { get; init; } = [];

    /// <summary>Whether, because of them, nobody is left who may approve the current stage: the route has to be changed.</summary>
    public bool Stuck { get; init; }

    /// <summary>Ids of declared files whose bytes are still to be sent by PUT.</summary>
    public IReadOnlyList<string> MissingAttachments { get; init; } = [];

    /// <summary>One entry per recipient of a card.</summary>
    public IReadOnlyList<DeliveryEntry> Deliveries { get; init; } = [];

    /// <summary>Every decision made in Telegram, the oldest first.</summary>
    public IReadOnlyList<DecisionEntry> Decisions { get; init; } = [];
}

/// <summary>Where the card of one recipient stands.</summary>
public sealed record DeliveryEntry
{
    /// <summary>The person's ERP identity, or the key of the group.</summary>
    public required string Recipient { get; init; }

    /// <summary>Person or group.</summary>
    public required RecipientKind Kind { get; init; }

    /// <summary>How far the card has come.</summary>
    public required DeliveryEntryState State { get; init; }

    /// <summary>The revision that the recipient sees, or null when none yet.</summary>
    public long? Revision { get; init; }

    /// <summary>What went wrong last, as a short code, or null.</summary>
    public string? Error { get; init; }

    /// <summary>Why a person cannot be reached, or null when they can, or for a group.</summary>
    public UnreachableReason? Reason { get; init; }

    /// <summary>When this entry last changed, or null when nothing was tried yet.</summary>
    public DateTimeOffset? UpdatedAt { get; init; }
}

/// <summary>How far a card has come on its way to its recipient.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<DeliveryEntryState>))]
public enum DeliveryEntryState
{
    /// <summary>Telegram accepted the card as it should look now.</summary>
    Delivered,

    /// <summary>It is still to be sent or brought up to date.</summary>
    Pending,

    /// <summary>The person has no Telegram account linked; the card follows once there is one.</summary>
    Unlinked,

    /// <summary>The recipient has blocked the bot, or the chat is gone.</summary>
    Unreachable,

    /// <summary>A send ran into a time-out, so nobody knows whether the card arrived.</summary>
    Unknown,

    /// <summary>Telegram refused the card for good.</summary>
    Failed,
}

/// <summary>Whom a card is for.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<RecipientKind>))]
public enum RecipientKind
{
    /// <summary>A person, in the private chat.</summary>
    Person,

    /// <summary>A group that watches.</summary>
    Group,
}

/// <summary>One decision made in Telegram, and how far it has come.</summary>
public sealed record DecisionEntry
{
    /// <summary>Its identity, <c>evt_...</c>, equal to the <c>decisionId</c> that was handed to the ERP.</summary>
    public required string DecisionId { get; init; }

    /// <summary>The stage decided on.</summary>
    public required int Stage { get; init; }

    /// <summary>The revision the approver saw.</summary>
    public required long Revision { get; init; }

    /// <summary>Approve or reject.</summary>
    [JsonConverter(typeof(CamelCaseEnumConverter<DecisionKind>))]
    public required DecisionKind Decision { get; init; }

    /// <summary>How far it has come.</summary>
    [JsonConverter(typeof(CamelCaseEnumConverter<DecisionState>))]
    public required DecisionState State { get; init; }

    /// <summary>The ERP identity of the approver.</summary>
    public required string Actor { get; init; }

    /// <summary>What the approver wrote, or null.</summary>
    public string? Comment { get; init; }

    /// <summary>The ERP's reason code when refused, or the kind of fault when failed; else null.</summary>
    public string? Reason { get; init; }

    /// <summary>The ERP's own words when refused, or null.</summary>
    public string? Message { get; init; }

    /// <summary>When the tap was accepted.</summary>
    public required DateTimeOffset DecidedAt { get; init; }

    /// <summary>When the ERP settled it, or null.</summary>
    public DateTimeOffset? SettledAt { get; init; }

    /// <summary>How often it was handed to the ERP.</summary>
    public int Attempts { get; init; }

    /// <summary>The entry of a decision.</summary>
    /// <param name="decision">The decision as stored.</param>
    public static DecisionEntry Of(Decision decision) =>
        new()
        {
            DecisionId = decision.Id,
            Stage = decision.Stage,
            Revision = decision.Revision,
            Decision = decision.Kind,
            State = decision.State,
            Actor = decision.Approver.ErpId.Value,
            Comment = decision.Comment,
            Reason = decision.Reason,
            Message = decision.Message,
            DecidedAt = decision.DecidedAt,
            SettledAt = decision.SettledAt,
            Attempts = decision.Attempts,
        };
}
