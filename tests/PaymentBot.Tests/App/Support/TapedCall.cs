using PaymentBot.Sandbox.Telegram;

namespace PaymentBot.Tests.App.Support;

/// <summary>A request to Telegram and when it came.</summary>
internal sealed record TapedCall(DateTimeOffset At, RecordedCall Call)
{
    public long? ChatId => (long?)Number("chat_id");

    public long? MessageId => Number("message_id");

    private long? Number(string name) =>
        long.TryParse(
            Call.Parameters[name]?.ToString(),
            System.Globalization.CultureInfo.InvariantCulture,
            out var number
        )
            ? number
            : null;
}
