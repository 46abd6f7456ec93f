using PaymentBot.Approvals;

namespace PaymentBot.Erp.People;

/// <summary>A user of the ERP as the ERP announced them.</summary>
public sealed record DirectoryPerson
{
    /// <summary>The ERP's identity of the person.</summary>
    public required ErpId ErpId { get; init; }

    /// <summary>The name for people to read, as the ERP writes it.</summary>
    public required string Name { get; init; }

    /// <summary>The mailbox the person signs in with, or null when the ERP knows none.</summary>
    public EmailAddress? Email { get; init; }

    /// <summary>Whether the person may use the bot at all.</summary>
    public required bool Active { get; init; }

    /// <summary>The ERP's words for what the person does, such as <c>treasurer</c>.</summary>
    public IReadOnlyList<string> Roles { get; init; } = [];

    /// <summary>Up to which amounts the person may decide.</summary>
    public IReadOnlyList<ApprovalLimit> Limits { get; init; } = [];

    /// <summary>Who stands in while the person is away, or null for nobody.</summary>
    public ErpId? Substitute { get; init; }

    /// <summary>When the person is away.</summary>
    public IReadOnlyList<Absence> Absences { get; init; } = [];
}

/// <summary>Days on which a person is away, by the ERP's calendar.</summary>
/// <param name="From">The first day.</param>
/// <param name="To">The last day, not before <paramref name="From"/>.</param>
public sealed record Absence(DateOnly From, DateOnly To);

/// <summary>Up to which amount a person may decide, as the ERP announced it; the ERP itself judges by it.</summary>
/// <param name="Currency">The ISO 4217 code, three capital letters.</param>
/// <param name="Amount">The amount in units of the currency, 0 or more.</param>
public sealed record ApprovalLimit(string Currency, decimal Amount);
