namespace PaymentBot.Approvals;

/// <summary>A payment request as the ERP last described it: one whole snapshot.</summary>
public sealed record PaymentRequest
{
    /// <summary>The ERP's identity of the document.</summary>
    public required RequestId Id { get; init; }

    /// <summary>Grows with every change of the document, 1 or more.</summary>
    public required long Revision { get; init; }

    /// <summary>Which ERP base speaks, or null.</summary>
    public string? Source { get; init; }

    /// <summary>The number people know the document by; unique only within prefix and year.</summary>
    public required string Number { get; init; }

    /// <summary>When the document was made.</summary>
    public required DateTimeOffset Date { get; init; }

    /// <summary>The kind of payment, such as <c>supplierPayment</c>, or null.</summary>
    public string? Operation { get; init; }

    /// <summary>Where the whole request stands.</summary>
    public required RequestStatus Status { get; init; }

    /// <summary>Who pays.</summary>
    public required Party Organization { get; init; }

    /// <summary>The department that asks, or null.</summary>
    public Party? Department { get; init; }

    /// <summary>Who is to be paid.</summary>
    public required Payee Payee { get; init; }

    /// <summary>How much.</summary>
    public required Money Total { get; init; }

    /// <summary>Value added tax, or null.</summary>
    public Vat? Vat { get; init; }

    /// <summary>The budget line, or null.</summary>
    public Party? CashFlowItem { get; init; }

    /// <summary>What it is for, or null; up to 5,000 characters.</summary>
    public string? Purpose { get; init; }

    /// <summary>The day the initiator wishes the money to go, or null.</summary>
    public DateOnly? DesiredDate { get; init; }

    /// <summary>The ERP's priority, such as <c>high</c>, <c>normal</c> or <c>low</c>; free text, or null.</summary>
    public string? Priority { get; init; }

    /// <summary>Whether the payment exceeds its budget limit.</summary>
    public bool OverLimit { get; init; }

    /// <summary>Who asks for the payment.</summary>
    public required Person Initiator { get; init; }

    /// <summary>The stages in order; at least one.</summary>
    public required IReadOnlyList<Stage> Route { get; init; }

    /// <summary>Keys of the groups that watch this request, such as <c>treasury</c>.</summary>
    public IReadOnlyList<string> Groups { get; init; } = [];

    /// <summary>The files that belong to it.</summary>
    public IReadOnlyList<Attachment> Attachments { get; init; } = [];

    /// <summary>The stage whose turn it is, or null when the request waits for nobody.</summary>
    public Stage? CurrentStage =>
        Status == RequestStatus.Pending ? Route.FirstOrDefault(stage => stage.State == StageState.Current) : null;

    /// <summary>Whether it is <paramref name="person"/>'s turn to decide.</summary>
    /// <param name="person">The ERP identity of the asker.</param>
    public bool IsTurnOf(ErpId person) =>
        CurrentStage is { } stage && stage.Approvers.Any(approver => approver.ErpId == person);
}
