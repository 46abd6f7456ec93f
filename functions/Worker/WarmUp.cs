using PaymentBot.Bot.Requests;
using PaymentBot.Bot.Updates;
using PaymentBot.Storage;

namespace PaymentBot.Functions.Worker;

/// <summary>
/// Brings to life what the first webhook needs, once the socket is open and beside whatever calls come: the functions, the identity's token and a connection to the
/// tables. An instance that the platform keeps ready then answers its first tap as fast as any other.
/// </summary>
/// <param name="services">Gives what is to come to life.</param>
/// <param name="logger">The log.</param>
internal sealed partial class WarmUp(IServiceProvider services, ILogger<WarmUp> logger)
    : IHostedLifecycleService,
        IDisposable
{
    private readonly CancellationTokenSource _stopping = new();
    private Task _work = Task.CompletedTask;

    /// <inheritdoc />
    public Task StartedAsync(CancellationToken cancellationToken)
    {
        _work = Task.Run(() => WarmAsync(_stopping.Token), CancellationToken.None);
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public async Task StoppingAsync(CancellationToken cancellationToken)
    {
        await _stopping.CancelAsync();
        await _work.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    /// <inheritdoc />
    public void Dispose() => _stopping.Dispose();

    /// <inheritdoc />
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc />
    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc />
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc />
    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task WarmAsync(CancellationToken cancellationToken)
    {
        try
        {
            services.GetRequiredService<UpdateDispatcher>();
            await services.GetRequiredService<SeenStore>().FindAsync("warm-up", cancellationToken);
        }
        catch (StorageException exception)
        {
            // The first call will say it again, to somebody who can do something about it.
            Log.Cold(logger, exception.ErrorCode);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "Not warm: the storage answered {ErrorCode}.")]
        public static partial void Cold(ILogger logger, string errorCode);
    }
}
