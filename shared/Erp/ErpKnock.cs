namespace PaymentBot.Erp;

/// <summary>How the ERP answered a signed call that asks for nothing, for whoever sets the ERP up.</summary>
/// <param name="Status">The HTTP status, or null when no answer came. 401 and 403: the signature was not accepted. Anything else: it was.</param>
/// <param name="Fault">Why no answer came, such as <c>timeout</c> or <c>NameResolutionError</c>, or null.</param>
/// <param name="Clock">The time the ERP's server has, to the second, or null when it does not tell.</param>
/// <param name="Elapsed">How long it took.</param>
public sealed record ErpKnock(int? Status, string? Fault, DateTimeOffset? Clock, TimeSpan Elapsed);
