using System.Text.Json.Serialization;

namespace PaymentBot.Erp.Answers;

/// <summary>The answer to <c>POST /api/erp/notify</c>.</summary>
public sealed record NotifyAnswer
{
    /// <summary>The ERP's identity of the request.</summary>
    public required string Id { get; init; }

    /// <summary>The revision that the bot holds now.</summary>
    public required long Revision { get; init; }

    /// <summary>The content hash of that revision, <c>sha256:</c> and 64 hexadecimal digits.</summary>
    public required string ContentHash { get; init; }

    /// <summary>Ids of declared files whose bytes are still to be sent by PUT.</summary>
    public IReadOnlyList<string> MissingAttachments { get; init; } = [];

    /// <summary>The ERP identities of people whose card is on its way.</summary>
    public IReadOnlyList<string> Notified { get; init; } = [];

    /// <summary>The ERP identities of approvers without a Telegram account; their card follows once they are linked.</summary>
    public IReadOnlyList<string> Unlinked { get; init; } = [];

    /// <summary>The ERP identities of approvers, and of the initiator, whom the bot cannot write to at present: they blocked it, never started it, or their account is gone. Their card follows once they are back.</summary>
    public IReadOnlyList<string> Unreachable { get; init; } = [];

    /// <summary>True when a newer revision is known already and this one was put aside; else null and left out.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? Stale { get; init; }
}

/// <summary>The answer to <c>POST /api/erp/people</c>: how many people it was about.</summary>
public sealed record PeopleAnswer
{
    /// <summary>How many came: as many as were created and updated together.</summary>
    public required int Received { get; init; }

    /// <summary>How many were not known before.</summary>
    public required int Created { get; init; }

    /// <summary>How many were known before, changed or not.</summary>
    public required int Updated { get; init; }

    /// <summary>How many of the updated were active before and are not now.</summary>
    public required int Deactivated { get; init; }
}

/// <summary>The answer to <c>POST /api/erp/decisions/ack</c>.</summary>
public sealed record AckAnswer
{
    /// <summary>How many were taken, those that had been taken before included.</summary>
    public required int Acknowledged { get; init; }

    /// <summary>The decisions the bot has never handed out.</summary>
    public required IReadOnlyList<string> Unknown { get; init; }
}
