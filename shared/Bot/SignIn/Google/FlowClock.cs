using Google.Apis.Util;

namespace PaymentBot.Bot.SignIn.Google;

/// <summary>Our clock as Google's flow classes want it.</summary>
internal sealed class FlowClock(TimeProvider clock) : IClock
{
    public DateTime Now => clock.GetLocalNow().DateTime;

    public DateTime UtcNow => clock.GetUtcNow().UtcDateTime;
}
