using System.Text.Json;

namespace PaymentBot.Tests.Telegram;

/// <summary>A request as it left the client.</summary>
internal sealed record RecordedCall(string Method, string ContentType, byte[] Body)
{
    public string Json => JsonDocument.Parse(Body).RootElement.GetRawText();
}
