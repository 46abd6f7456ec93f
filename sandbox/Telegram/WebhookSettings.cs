namespace PaymentBot.Sandbox.Telegram;

/// <summary>What setWebhook was called with.</summary>
/// <param name="SecretToken">Sent in <c>X-Telegram-Bot-Api-Secret-Token</c>, or null.</param>
/// <param name="MaxConnections">How many updates may be on their way at once, 1 to 100.</param>
internal sealed record WebhookSettings(string Url, string? SecretToken = null, int MaxConnections = 40)
{
    /// <summary>The certificate it was given, in PEM; then the server has to show that one, or one that it signed. Null: a certificate that everybody trusts.</summary>
    public string? Certificate { get; init; }
}
