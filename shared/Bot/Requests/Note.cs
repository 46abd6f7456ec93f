namespace PaymentBot.Bot.Requests;

/// <summary>Something the bot remembers of itself.</summary>
/// <param name="Text">What.</param>
/// <param name="At">Since when.</param>
public sealed record Note(string Text, DateTimeOffset At);
