using PaymentBot.Bot.Deciding;
using PaymentBot.Bot.People;
using PaymentBot.Bot.Profile;
using PaymentBot.Bot.Requests;
using PaymentBot.Bot.SignIn;
using PaymentBot.Functions.Hosting;

namespace PaymentBot.Functions.Housekeeping;

/// <summary>
/// Timer, hourly: forgets updates and webhook calls older than 48 hours and sign-ins long over, looks after the webhook and the decisions that wait to be fetched, and
/// checks Google accounts that are due.
/// </summary>
/// <param name="seen">What was handled.</param>
/// <param name="tickets">The sign-ins on their way.</param>
/// <param name="webhook">Looks after the webhook.</param>
/// <param name="outbox">Looks after the decisions that wait.</param>
/// <param name="accounts">Checks Google accounts.</param>
/// <param name="logger">The log.</param>
internal sealed partial class HousekeepingFunction(
    SeenStore seen,
    LoginTickets tickets,
    WebhookKeeper webhook,
    OutboxCare outbox,
    GoogleAccountCheck accounts,
    ILogger<HousekeepingFunction> logger
) : ITimerFunction
{
    /// <inheritdoc />
    public TimeSpan Period => TimeSpan.FromHours(1);

    /// <inheritdoc />
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var forgotten = await seen.ForgetAsync(cancellationToken);
        var ended = await tickets.ForgetAsync(cancellationToken);
        Log.Forgotten(logger, forgotten, ended);
        await outbox.RunAsync(cancellationToken);
        await webhook.RepairAsync(cancellationToken);
        await accounts.RunAsync(cancellationToken);
    }

    private static partial class Log
    {
        [LoggerMessage(
            1,
            LogLevel.Information,
            "Housekeeping forgot {Count} handled updates and calls, and {Ended} rows of sign-ins."
        )]
        public static partial void Forgotten(ILogger logger, int count, int ended);
    }
}
