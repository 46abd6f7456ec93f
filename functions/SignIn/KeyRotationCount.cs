namespace PaymentBot.Functions.SignIn;

/// <summary>What rolling the key came to.</summary>
/// <param name="Rotated">Tokens sealed anew.</param>
/// <param name="Current">Tokens that had the current key already.</param>
/// <param name="Unreadable">Tokens that neither key opens.</param>
internal sealed record KeyRotationCount(int Rotated, int Current, int Unreadable);
