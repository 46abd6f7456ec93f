namespace PaymentBot.Benchmarks.Processes;

/// <summary>What a bot is told about the world around it.</summary>
/// <param name="Folder">Where it may write.</param>
/// <param name="StandIn">The stand-in for Telegram and the ERP, <c>http://127.0.0.1:port</c>.</param>
/// <param name="Database">The bot's store; only ours has one.</param>
internal sealed record BotWorld(string Folder, string StandIn, string Database)
{
    public const string BotToken = "7000000001:benchmark-token";
    public const string WebhookSecret = "benchmark-webhook-secret-0123456789";
    public const string WebhookPath = "/api/telegram/webhook";
    public const string ErpKey = "whsec_YmVuY2htYXJrLWVycC1rZXktb2YtMzItYnl0ZXMhIQ==";
    public const string SigningKey = "YmVuY2htYXJrLXNpZ25pbmcta2V5LW9mLTMyYnl0ZXM=";
}
