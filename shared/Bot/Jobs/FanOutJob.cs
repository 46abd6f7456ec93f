namespace PaymentBot.Bot.Jobs;

/// <summary>Work out who should have a card of a request, and make those cards right.</summary>
/// <param name="RequestKey">The request.</param>
public sealed record FanOutJob(string RequestKey);
