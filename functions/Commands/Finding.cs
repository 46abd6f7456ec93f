namespace PaymentBot.Functions.Commands;

/// <summary>What an examination found.</summary>
/// <param name="Well">Whether nothing needs fixing.</param>
/// <param name="What">What was looked at, one word.</param>
/// <param name="Said">What was seen, or what to fix.</param>
internal sealed record Finding(bool Well, string What, string Said);
