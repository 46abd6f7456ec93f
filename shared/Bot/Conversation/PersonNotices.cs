using PaymentBot.Bot.Delivery.Composition;
using PaymentBot.Bot.Jobs;
using PaymentBot.Bot.People;
using PaymentBot.Cards;
using PaymentBot.Storage;

namespace PaymentBot.Bot.Conversation;

/// <summary>Tells a Telegram user something in the private chat, in the user's language.</summary>
/// <param name="cards">The language of those whose own is unknown.</param>
/// <param name="jobs">The queues.</param>
public sealed class PersonNotices(CardSettings cards, JobSender jobs)
{
    /// <summary>Tells a user who may not be linked.</summary>
    /// <param name="account">The user.</param>
    /// <param name="words">What to say, in Telegram's HTML.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="StorageException">The store failed; telling again is safe.</exception>
    public Task TellAsync(TelegramAccount account, Func<IPhrases, string> words, CancellationToken cancellationToken) =>
        TellAsync(account.UserId, account.LanguageCode, words, cancellationToken);

    /// <summary>Tells a person who is or was linked.</summary>
    /// <param name="link">The link.</param>
    /// <param name="words">What to say, in Telegram's HTML.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="StorageException">The store failed; telling again is safe.</exception>
    public Task TellAsync(Link link, Func<IPhrases, string> words, CancellationToken cancellationToken) =>
        TellAsync(link.TelegramUserId, link.LanguageTag, words, cancellationToken);

    private async Task TellAsync(
        long userId,
        string? languageCode,
        Func<IPhrases, string> words,
        CancellationToken cancellationToken
    )
    {
        var phrases = Phrases.For(LanguageTags.Parse(languageCode, cards.DefaultLanguage));
        await jobs.DeliverAsync(DeliveryJob.Notice(userId, words(phrases)), TimeSpan.Zero, cancellationToken);
    }
}
