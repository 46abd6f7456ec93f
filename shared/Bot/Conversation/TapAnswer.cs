using PaymentBot.Bot.Jobs;

namespace PaymentBot.Bot.Conversation;

/// <summary>What follows from a tap.</summary>
/// <param name="Toast">The words shown to the tapper, plain text of at most 200 characters.</param>
/// <param name="FollowUp">The delivery that makes the tapped card right, or null.</param>
public sealed record TapAnswer(string Toast, DeliveryJob? FollowUp = null);
