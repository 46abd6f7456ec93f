using System.Globalization;
using PaymentBot.Bot.Jobs;
using PaymentBot.Bot.Requests;
using PaymentBot.Storage;
using Telegram.Bot.Types;

namespace PaymentBot.Bot.Conversation;

/// <summary>
/// Lets the work of one update happen once within 48 hours. An update is remembered only after its work is stored, so one that stopped half-way
/// is worked on again.
/// </summary>
/// <param name="seen">The updates already handled.</param>
/// <param name="jobs">The queues.</param>
/// <param name="logger">The log.</param>
public sealed partial class HandledUpdates(SeenStore seen, JobSender jobs, ILogger<HandledUpdates> logger)
{
    /// <summary>Does the work, or tells what came of it before.</summary>
    /// <param name="updateId">The update.</param>
    /// <param name="work">Its work.</param>
    /// <param name="cancellationToken">Ends the work; it is done again when the update comes again.</param>
    /// <returns>The words for the tapper; empty when there are none.</returns>
    /// <exception cref="StorageException">The store failed; the update has to come again.</exception>
    public async Task<string> OnceAsync(
        long updateId,
        Func<CancellationToken, Task<TapAnswer>> work,
        CancellationToken cancellationToken
    )
    {
        var key = string.Create(CultureInfo.InvariantCulture, $"update-{updateId}");
        if (await seen.FindAsync(key, cancellationToken) is { } former)
        {
            Log.Repeated(logger, updateId);
            return former;
        }

        var answer = await work(cancellationToken);
        await FollowAsync(answer, cancellationToken);
        await seen.AddAsync(key, answer.Toast, cancellationToken);
        return answer.Toast;
    }

    /// <summary>Does work that nothing is said about.</summary>
    /// <param name="update">The update.</param>
    /// <param name="work">Its work.</param>
    /// <param name="cancellationToken">Ends the work; it is done again when the update comes again.</param>
    /// <exception cref="StorageException">The store failed; the update has to come again.</exception>
    public Task OnceAsync(Update update, Func<CancellationToken, Task> work, CancellationToken cancellationToken) =>
        OnceAsync(
            update.Id,
            async token =>
            {
                await work(token);
                return new TapAnswer(string.Empty);
            },
            cancellationToken
        );

    /// <summary>Puts the job that follows from a tap.</summary>
    /// <param name="answer">What came of the tap.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The words for the tapper.</returns>
    /// <exception cref="StorageException">The store failed; the update has to come again.</exception>
    public async Task<string> FollowAsync(TapAnswer answer, CancellationToken cancellationToken)
    {
        if (answer.FollowUp is { } job)
        {
            await jobs.DeliverAsync(job, TimeSpan.Zero, cancellationToken);
        }

        return answer.Toast;
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "Update {UpdateId} came again.")]
        public static partial void Repeated(ILogger logger, long updateId);
    }
}
