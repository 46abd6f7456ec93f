using System.Diagnostics;
using Microsoft.Azure.Functions.Worker;
using PaymentBot.Bot.Deciding;
using PaymentBot.Bot.Jobs;
using PaymentBot.Bot.People;
using PaymentBot.Bot.Profile;
using PaymentBot.Bot.Requests;
using PaymentBot.Bot.SignIn;
using PaymentBot.Functions.Queues;

namespace PaymentBot.Functions.Timers;

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
public sealed partial class HousekeepingFunction(
    SeenStore seen,
    LoginTickets tickets,
    WebhookKeeper webhook,
    OutboxCare outbox,
    GoogleAccountCheck accounts,
    ILogger<HousekeepingFunction> logger
)
{
    /// <summary>When it runs, in UTC.</summary>
    public const string Schedule = "0 0 * * * *";

    /// <summary>Runs once.</summary>
    /// <param name="timer">Whether its time was missed.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="WorkFailedException">It failed, and that is logged. The next run goes on.</exception>
    [Function("Housekeeping")]
    public async Task RunAsync([TimerTrigger(Schedule)] TimerInfo timer, CancellationToken cancellationToken)
    {
        using var activity = FunctionActivity.Start("Housekeeping", ActivityKind.Internal, null);
        try
        {
            await WorkAsync(timer.IsPastDue, cancellationToken);
        }
#pragma warning disable CA1031 // A function's edge: the next run goes on.
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
        {
            activity.Fail(exception);
            Log.Failed(logger, exception);
            throw new WorkFailedException();
        }
    }

    private async Task WorkAsync(bool isLate, CancellationToken cancellationToken)
    {
        var forgotten = await seen.ForgetAsync(cancellationToken);
        var ended = await tickets.ForgetAsync(cancellationToken);
        Log.Forgotten(logger, forgotten, ended, isLate);
        await outbox.RunAsync(cancellationToken);
        await webhook.RepairAsync(cancellationToken);
        await accounts.RunAsync(cancellationToken);
    }

    private static partial class Log
    {
        [LoggerMessage(
            1,
            LogLevel.Information,
            "Housekeeping forgot {Count} handled updates and calls, and {Ended} rows of sign-ins; late: {IsLate}."
        )]
        public static partial void Forgotten(ILogger logger, int count, int ended, bool isLate);

        [LoggerMessage(2, LogLevel.Error, "Housekeeping failed; the next run goes on.")]
        public static partial void Failed(ILogger logger, Exception exception);
    }
}
