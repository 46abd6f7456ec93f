using PaymentBot.Bot.Telegram;
using PaymentBot.Storage;

namespace PaymentBot.Bot.Profile;

/// <summary>Looks after the bot's profile once the bot runs, beside whatever calls come. A failure is logged and hinders nothing.</summary>
/// <param name="services">Gives the profile, which comes to life here at the earliest.</param>
/// <param name="logger">The log.</param>
public sealed partial class ProfileKeeper(IServiceProvider services, ILogger<ProfileKeeper> logger) : BackgroundService
{
    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        try
        {
            await services.GetRequiredService<BotProfile>().KeepAsync(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The next start looks again.
        }
        catch (TelegramApiException exception)
        {
            Log.Refused(logger, exception.Method, exception.ErrorCode, exception.ErrorClass);
        }
        catch (StorageException exception)
        {
            Log.NotKept(logger, exception.ErrorCode);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(
            1,
            LogLevel.Warning,
            "Commands and descriptions stay as they are: {Method} answered {ErrorCode}, class {ErrorClass}."
        )]
        public static partial void Refused(ILogger logger, string method, int errorCode, TelegramErrorClass errorClass);

        [LoggerMessage(2, LogLevel.Warning, "Commands and descriptions stay as they are: the storage answered {Code}.")]
        public static partial void NotKept(ILogger logger, string code);
    }
}
