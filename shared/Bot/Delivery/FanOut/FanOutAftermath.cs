using PaymentBot.Bot.Delivery.Composition;
using PaymentBot.Bot.Jobs;
using PaymentBot.Bot.Search;

namespace PaymentBot.Bot.Delivery.FanOut;

/// <summary>What a fan-out does once the cards are on their way, for nobody waits for it.</summary>
/// <param name="notices">Tells the initiator what keeps a request from going on.</param>
/// <param name="index">What requests are found by.</param>
/// <param name="jobs">The queues.</param>
public sealed class FanOutAftermath(InitiatorNotices notices, SearchIndex index, JobSender jobs)
{
    /// <summary>Tells who has to know of a stage that cannot go on, and keeps the index.</summary>
    /// <param name="state">The state of the request.</param>
    /// <param name="redelivered">Whether an earlier run for the same message may have stopped half-way.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="Storage.StorageException">The store failed; running it again is safe.</exception>
    public async Task RunAsync(RequestState state, bool redelivered, CancellationToken cancellationToken)
    {
        await notices.CheckStageAsync(state, cancellationToken);
        if (!await index.UpdateAsync(state.Request, state.Deciders, redelivered, cancellationToken))
        {
            await jobs.NotifyAsync(state.Stored.Key, cancellationToken);
        }
    }
}
