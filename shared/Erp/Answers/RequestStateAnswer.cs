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
