namespace PaymentBot.Functions.StandAlone;

/// <summary>How a queue is worked off when the bot stands alone.</summary>
/// <param name="Concurrency">How many messages at once, 1 to 32.</param>
/// <param name="Lease">How long a message stays hidden; renewed while its work goes on.</param>
/// <param name="MaxDequeueCount">How often a message is tried before it is poison.</param>
internal sealed record PumpSettings(int Concurrency, TimeSpan Lease, int MaxDequeueCount = 5);
