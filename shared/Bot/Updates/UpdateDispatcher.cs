using PaymentBot.Bot.Conversation;
using PaymentBot.Bot.Groups;
using PaymentBot.Bot.Inline;
using PaymentBot.Storage;
using Telegram.Bot.Requests.Abstractions;
using Telegram.Bot.Types;

namespace PaymentBot.Bot.Updates;

/// <summary>Hands an update to whom it concerns. Each of them sees to it that an update which comes again changes nothing.</summary>
/// <param name="taps">Taps on buttons.</param>
/// <param name="people">What happens in private chats.</param>
/// <param name="groups">What happens in groups.</param>
/// <param name="inline">What came from inline queries.</param>
/// <param name="handled">Remembers what was done.</param>
/// <param name="logger">The log.</param>
public sealed partial class UpdateDispatcher(
    TapRouter taps,
    PrivateUpdates people,
    GroupUpdates groups,
    InlineUpdates inline,
    HandledUpdates handled,
    ILogger<UpdateDispatcher> logger
)
{
    /// <summary>Works on one update.</summary>
    /// <param name="update">The update.</param>
    /// <param name="cancellationToken">Ends the work; it is done again when the update comes again.</param>
    /// <returns>The call that answers at once, or null.</returns>
    /// <exception cref="StorageException">The store failed; the update has to come again.</exception>
    public async Task<IRequest?> DispatchAsync(Update update, CancellationToken cancellationToken)
    {
        switch (update)
        {
            case { CallbackQuery: { } query }:
                return await taps.AnswerAsync(update.Id, query, cancellationToken);
            case { InlineQuery: { } query }:
                return await inline.SearchAsync(query, cancellationToken);
            case { ChosenInlineResult: { } chosen }:
                await handled.OnceAsync(update, token => inline.TakeAsync(chosen, token), cancellationToken);
                return null;
            case { Message.ViaBot: not null }:
                // Nobody wrote it: it must not pass for a reason or a command.
                return null;
            default:
                return await TalkAsync(update, cancellationToken);
        }
    }

    private async Task<IRequest?> TalkAsync(Update update, CancellationToken cancellationToken)
    {
        if (GroupUpdates.Concerns(update))
        {
            await handled.OnceAsync(update, token => groups.HandleAsync(update, token), cancellationToken);
            return null;
        }

        if (PrivateUpdates.Concerns(update))
        {
            return await people.HandleAsync(update, cancellationToken);
        }

        Log.Ignored(logger, update.Id);
        return null;
    }

    private static partial class Log
    {
        [LoggerMessage(2, LogLevel.Debug, "Update {UpdateId} is of a kind the bot has no use for.")]
        public static partial void Ignored(ILogger logger, long updateId);
    }
}
