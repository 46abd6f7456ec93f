using PaymentBot.Bot.Delivery.Composition;
using PaymentBot.Bot.Jobs;
using PaymentBot.Bot.People;
using PaymentBot.Bot.Requests;
using PaymentBot.Bot.Settings;
using PaymentBot.Cards;
using PaymentBot.Cards.Words;
using PaymentBot.Erp.People;
using PaymentBot.Storage;

namespace PaymentBot.Bot.Conversation;

/// <summary>Tells those who look after the bot, in the chat that is configured for it; without one the log alone tells.</summary>
/// <param name="settings">Which chat.</param>
/// <param name="cards">The language.</param>
/// <param name="requests">The snapshots.</param>
/// <param name="jobs">The queues.</param>
public sealed class OperatorNotices(BotSettings settings, CardSettings cards, RequestStore requests, JobSender jobs)
{
    private IPhrases Words => Phrases.For(cards.DefaultLanguage);

    /// <summary>A decision could not be handed to the ERP.</summary>
    /// <param name="decision">The decision.</param>
    /// <param name="status">The HTTP status of a permanent fault, or null when time ran out.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="StorageException">The store failed; telling again is safe.</exception>
    public async Task DecisionFailedAsync(StoredDecision decision, int? status, CancellationToken cancellationToken)
    {
        var request = await requests.GetAsync(decision.Key, cancellationToken);
        var number = request?.Request.Number ?? decision.Key.Value;
        await TellAsync(Words.OperatorDecisionFailed(number, decision.Decision.Id, status), cancellationToken);
    }

    /// <summary>The ERP has not fetched or acknowledged decisions for long.</summary>
    /// <param name="count">How many wait too long.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="StorageException">The store failed; telling again is safe.</exception>
    public Task ErpSilentAsync(int count, CancellationToken cancellationToken) =>
        TellAsync(Words.OperatorErpSilent(count), cancellationToken);

    /// <summary>The webhook was not as it should be, and was set anew.</summary>
    /// <param name="differences">What differed: names of the Bot API.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="StorageException">The store failed; telling again is safe.</exception>
    public Task WebhookRepairedAsync(IReadOnlyList<string> differences, CancellationToken cancellationToken) =>
        TellAsync(Words.OperatorWebhookRepaired(string.Join(", ", differences)), cancellationToken);

    /// <summary>The code of a sign-in was brought by another Telegram account than the one that asked.</summary>
    /// <param name="ticket">The sign-in.</param>
    /// <param name="finisher">Who brought the code.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="StorageException">The store failed; telling again is safe.</exception>
    public Task LoginStolenAsync(LoginTicket ticket, TelegramAccount finisher, CancellationToken cancellationToken) =>
        TellAsync(
            Words.SignIn.OperatorStolen(
                AccountName.Of(ticket.Account),
                ticket.Account.UserId,
                AccountName.Of(finisher),
                finisher.UserId,
                ticket.Email?.Value ?? "?"
            ),
            cancellationToken
        );

    /// <summary>The owner of a mailbox said that the sign-in was not theirs.</summary>
    /// <param name="ticket">The sign-in.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="StorageException">The store failed; telling again is safe.</exception>
    public Task LoginDeniedAsync(LoginTicket ticket, CancellationToken cancellationToken) =>
        TellAsync(
            Words.SignIn.OperatorDenied(
                AccountName.Of(ticket.Account),
                ticket.Account.UserId,
                ticket.Email?.Value ?? "?"
            ),
            cancellationToken
        );

    /// <summary>The ERP has several active people with one mailbox, so nobody can sign in with it.</summary>
    /// <param name="mailbox">The mailbox.</param>
    /// <param name="count">How many people.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="StorageException">The store failed; telling again is safe.</exception>
    public Task TwoPeopleOneMailboxAsync(EmailAddress mailbox, int count, CancellationToken cancellationToken) =>
        TellAsync(Words.SignIn.OperatorSameMailbox(mailbox.Value, count), cancellationToken);

    /// <summary>Google no longer vouches for a person's account; the person was unlinked.</summary>
    /// <param name="link">The link that was removed.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="StorageException">The store failed; telling again is safe.</exception>
    public Task GoogleTakenAsync(Link link, CancellationToken cancellationToken) =>
        TellAsync(Words.SignIn.OperatorGoogleTaken(link.Name ?? link.ErpId.Value), cancellationToken);

    /// <summary>Something happened to a group.</summary>
    /// <param name="words">What to say.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="StorageException">The store failed; telling again is safe.</exception>
    public Task GroupAsync(Func<IGroupPhrases, string> words, CancellationToken cancellationToken) =>
        TellAsync(words(Words.Groups), cancellationToken);

    private async Task TellAsync(string html, CancellationToken cancellationToken)
    {
        if (settings.Bot.OperatorChatId is { } chatId)
        {
            await jobs.DeliverAsync(DeliveryJob.Notice(chatId, html), TimeSpan.Zero, cancellationToken);
        }
    }
}
