namespace PaymentBot.Sandbox.Google;

/// <summary>What a refresh token stands for.</summary>
internal sealed record RefreshGrant(string Email, string Scope);
