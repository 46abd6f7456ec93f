namespace PaymentBot.Testing;

/// <summary>The system's clock, wrong by a set time.</summary>
internal sealed class ShiftedClock(TimeSpan by) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + by;
}
