namespace PaymentBot.Erp;

/// <summary>Whether anything answers at the ERP's address, for the operator.</summary>
/// <param name="Reachable">Whether an HTTP answer came, whatever its status.</param>
/// <param name="Status">The HTTP status, or null when no answer came. 401, 404 and 405 are usual: nothing was signed or posted.</param>
/// <param name="Fault">Why no answer came, such as <c>timeout</c> or <c>NameResolutionError</c>, or null.</param>
/// <param name="Elapsed">How long it took.</param>
public sealed record ErpReachability(bool Reachable, int? Status, string? Fault, TimeSpan Elapsed);
