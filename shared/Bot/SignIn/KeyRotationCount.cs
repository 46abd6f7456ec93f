namespace PaymentBot.Bot.SignIn;

/// <summary>What rolling the key came to.</summary>
/// <param name="Rotated">Tokens sealed anew.</param>
/// <param name="Current">Tokens that had the current key already.</param>
/// <param name="Unreadable">Tokens that neither key opens.</param>
public sealed record KeyRotationCount(int Rotated, int Current, int Unreadable);
