namespace PaymentBot.Sandbox.Hosting;

/// <summary>The real bot, in this process.</summary>
internal sealed class BotProcess : IBotUnderTest
{
    public Task StartAsync(BotSettings settings, CancellationToken cancellationToken) =>
        throw new NotSupportedException("The bot cannot be started in this process yet; use --no-bot.");

    public Task LinkAsync(long telegramUserId, string erpId, CancellationToken cancellationToken) =>
        throw new NotSupportedException("The bot cannot be started in this process yet; use --no-bot.");

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
