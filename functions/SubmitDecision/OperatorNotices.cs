using PaymentBot.Cards;
using PaymentBot.Delivery.Composition;
using PaymentBot.Delivery.Jobs;
using PaymentBot.Functions.Settings;
using PaymentBot.Ledger;

namespace PaymentBot.Functions.SubmitDecision;

/// <summary>Tells those who look after the bot, in the chat that is configured for it; without one the log alone tells.</summary>
/// <param name="settings">Which chat.</param>
/// <param name="cards">The language.</param>
/// <param name="requests">The snapshots.</param>
/// <param name="jobs">The queues.</param>
internal sealed class OperatorNotices(BotSettings settings, CardSettings cards, RequestStore requests, JobSender jobs)
{
    /// <summary>A decision could not be handed to the ERP.</summary>
    /// <param name="decision">The decision.</param>
    /// <param name="status">The HTTP status of a permanent fault, or null when time ran out.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task DecisionFailedAsync(StoredDecision decision, int? status, CancellationToken cancellationToken)
    {
        if (settings.Bot.OperatorChatId is not { } chatId)
        {
            return;
        }

        var request = await requests.GetAsync(decision.Key, cancellationToken);
        var html = Phrases
            .For(cards.DefaultLanguage)
            .OperatorDecisionFailed(request?.Request.Number ?? decision.Key.Value, decision.Decision.Id, status);
        await jobs.DeliverAsync(DeliveryJob.Notice(chatId, html), TimeSpan.Zero, cancellationToken);
    }
}
