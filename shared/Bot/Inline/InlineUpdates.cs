using PaymentBot.Storage;
using Telegram.Bot.Requests;
using Telegram.Bot.Requests.Abstractions;
using Telegram.Bot.Types;

namespace PaymentBot.Bot.Inline;

/// <summary>Works on what comes of searching from chats: queries, results that were chosen, and whoever asks in the private chat how to search.</summary>
/// <param name="searcher">Answers queries.</param>
/// <param name="results">Takes in what was chosen.</param>
/// <param name="guide">Explains.</param>
public sealed class InlineUpdates(InlineSearcher searcher, ChosenResults results, InlineGuide guide)
{
    /// <summary>Answers a query; asked again, it searches again and changes nothing.</summary>
    /// <param name="query">The query.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The answer, or null when there is none to give now.</returns>
    /// <exception cref="StorageException">The store failed; the update has to come again.</exception>
    public async Task<IRequest?> SearchAsync(InlineQuery query, CancellationToken cancellationToken) =>
        await searcher.AnswerAsync(query, cancellationToken);

    /// <summary>Takes in a result that was chosen.</summary>
    /// <param name="chosen">The result.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="StorageException">The store failed; the update has to come again.</exception>
    public Task TakeAsync(ChosenInlineResult chosen, CancellationToken cancellationToken) =>
        results.TakeAsync(chosen, cancellationToken);

    /// <summary>Explains how to search.</summary>
    /// <param name="message">The message.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The answer, or null when the message is about something else.</returns>
    /// <exception cref="StorageException">The store failed; the update has to come again.</exception>
    public async Task<SendMessageRequest?> GuideAsync(Message message, CancellationToken cancellationToken) =>
        guide.Concerns(message) ? await guide.AnswerAsync(message, cancellationToken) : null;
}
