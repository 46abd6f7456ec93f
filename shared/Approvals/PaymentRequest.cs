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

/// <summary>The ERP's own identity of a payment request: 1 to 200 characters, compared by code point. In 1C a document GUID.</summary>
/// <param name="Value">The text exactly as the ERP sent it.</param>
public readonly record struct RequestId(string Value)
{
    /// <summary>The longest accepted identity, in UTF-16 units.</summary>
    public const int MaxLength = 200;

    /// <inheritdoc />
    public override string ToString() => Value;
}

/// <summary>Where the whole request stands, as the ERP says.</summary>
public enum RequestStatus
{
    /// <summary>Decisions are still to be made.</summary>
    Pending,

    /// <summary>Every stage agreed.</summary>
    Approved,

    /// <summary>Somebody said no.</summary>
    Rejected,

    /// <summary>The initiator took it back.</summary>
    Withdrawn,

    /// <summary>The money has gone.</summary>
    Paid,
}

/// <summary>An amount of money. Decimal from the ERP to the card: never through binary floating point.</summary>
/// <param name="Amount">0 or more, at most 18 digits before and 4 after the point; the scale the ERP sent is kept.</param>
/// <param name="Currency">ISO 4217 alphabetic code in capitals, such as <c>RUB</c>.</param>
public readonly record struct Money(decimal Amount, string Currency);

/// <summary>Value added tax of the whole request.</summary>
/// <param name="Mode">How the ERP reckons it, such as <c>included</c>, <c>added</c> or <c>none</c>; free text.</param>
/// <param name="Rate">The rate in percent as text, such as <c>20</c>, or null.</param>
/// <param name="Amount">The tax in the currency of the request, or null.</param>
public sealed record Vat(string Mode, string? Rate = null, decimal? Amount = null);

/// <summary>Who is to be paid.</summary>
/// <param name="ErpId">The ERP's identity, or null when the ERP sent none or the empty reference.</param>
/// <param name="Name">The name to show, 1 to 1,000 characters.</param>
/// <param name="Inn">The taxpayer number, or null.</param>
/// <param name="Account">The bank account, or null.</param>
public sealed record Payee(ErpId? ErpId, string Name, string? Inn = null, BankAccount? Account = null);

/// <summary>A bank account. The number is shown masked.</summary>
/// <param name="Number">The account number as the ERP sent it, possibly masked already.</param>
/// <param name="Bic">The bank's identification code, or null.</param>
public sealed record BankAccount(string Number, string? Bic = null);
