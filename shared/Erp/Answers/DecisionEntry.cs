using System.Text.Json.Serialization;
using PaymentBot.Approvals;

namespace PaymentBot.Erp.Answers;

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
