namespace PaymentBot.Sandbox.Cloud.FunctionsHost.Timers;

/// <summary>What the host remembers of a timer, for all instances of an app.</summary>
/// <param name="Last">When it ran.</param>
/// <param name="Next">When it was to run next.</param>
internal sealed record TimerStatus(DateTimeOffset Last, DateTimeOffset Next);
