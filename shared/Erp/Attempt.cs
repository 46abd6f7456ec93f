namespace PaymentBot.Erp;

/// <summary>One call to the ERP: either a value or the fault that kept it from coming.</summary>
internal readonly record struct Attempt<T>(T? Value, string? Fault, TimeSpan Elapsed);
