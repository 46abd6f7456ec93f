namespace PaymentBot.Bot.SignIn;

/// <summary>What to say to a user who brought a code.</summary>
/// <param name="Html">Telegram's HTML, or null when silence is better.</param>
/// <param name="Asks">Whether it asks to replace another account.</param>
/// <param name="Linked">Whether the user is linked now.</param>
/// <param name="Sought">The payload of the link that brought the user to sign in, or null.</param>
public sealed record FinishAnswer(string? Html, bool Asks = false, bool Linked = false, string? Sought = null);
