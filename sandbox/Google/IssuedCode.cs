namespace PaymentBot.Sandbox.Google;

/// <summary>An authorisation code that has not been exchanged yet.</summary>
internal sealed record IssuedCode(AuthorizationRequest Request, string Email, DateTimeOffset ExpiresAt);
