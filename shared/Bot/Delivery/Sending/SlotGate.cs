using PaymentBot.Bot.Delivery.Slots;
using PaymentBot.Bot.Jobs;

namespace PaymentBot.Bot.Delivery.Sending;

/// <summary>Lets a job through that holds a send slot, and puts back one that has to wait for its own. Nothing sleeps.</summary>
/// <param name="slots">Hands out send slots.</param>
/// <param name="pace">Spreads what would leave at once after a stall.</param>
/// <param name="jobs">The queues.</param>
/// <param name="timeProvider">The clock.</param>
public sealed class SlotGate(SendSlots slots, SendPace pace, JobSender jobs, TimeProvider timeProvider)
{
    private static readonly TimeSpan Tolerance = TimeSpan.FromMilliseconds(20);

    /// <summary>Reserves a slot for a job that has none.</summary>
    /// <param name="job">The job.</param>
    /// <param name="chatId">The chat it sends to.</param>
    /// <param name="weight">How many messages go.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>True when the job may run now; false when it was put back with a delay.</returns>
    public async ValueTask<bool> EnterAsync(
        DeliveryJob job,
        long chatId,
        int weight,
        CancellationToken cancellationToken
    )
    {
        var wait = TimeSpan.Zero;
        if (!job.SlotReserved)
        {
            var at = await slots.ReserveInteractiveAsync(new SlotRequest(chatId, weight), cancellationToken);
            wait = at - timeProvider.GetUtcNow();
        }

        if (wait <= Tolerance)
        {
            wait = pace.Take(weight);
        }

        if (wait <= TimeSpan.Zero)
        {
            return true;
        }

        await jobs.DeliverAsync(job with { SlotReserved = true }, wait, cancellationToken);
        return false;
    }

    /// <summary>Puts a job back after Telegram asked to wait or did not answer; it will need a slot of its own then.</summary>
    /// <param name="job">The job.</param>
    /// <param name="chatId">The chat, which is kept silent meanwhile when Telegram asked for it.</param>
    /// <param name="delay">How long to wait.</param>
    /// <param name="asked">Whether Telegram asked for it.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async ValueTask PutBackAsync(
        DeliveryJob job,
        long chatId,
        TimeSpan delay,
        bool asked,
        CancellationToken cancellationToken
    )
    {
        if (asked)
        {
            await slots.PauseAsync(chatId, timeProvider.GetUtcNow() + delay, cancellationToken);
        }

        await jobs.DeliverAsync(job with { Attempt = job.Attempt + 1, SlotReserved = false }, delay, cancellationToken);
    }
}
