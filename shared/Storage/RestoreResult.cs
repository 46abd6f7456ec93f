namespace PaymentBot.Storage;

/// <summary>What came of bringing a copy back.</summary>
/// <param name="Outcome">How it ended.</param>
/// <param name="KeptAs">The file that now holds what was stored before, or null when there was nothing.</param>
public sealed record RestoreResult(RestoreOutcome Outcome, string? KeptAs = null);
