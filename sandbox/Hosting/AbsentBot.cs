namespace PaymentBot.Sandbox.Hosting;

/// <summary>No bot: somebody runs one of their own between the stand-ins.</summary>
internal sealed class AbsentBot : IBotUnderTest
{
    public Task StartAsync(BotSettings settings, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task LinkAsync(
        long telegramUserId,
        string erpId,
        string? languageCode,
        CancellationToken cancellationToken
    ) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
