namespace PaymentBot.Erp.People;

/// <summary>Days on which a person is away, by the ERP's calendar.</summary>
/// <param name="From">The first day.</param>
/// <param name="To">The last day, not before <paramref name="From"/>.</param>
public sealed record Absence(DateOnly From, DateOnly To);
