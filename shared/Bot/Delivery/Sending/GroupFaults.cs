using PaymentBot.Bot.Delivery.Recipients;
using PaymentBot.Bot.Telegram;
using PaymentBot.Cards.Groups;
using PaymentBot.Storage;

namespace PaymentBot.Bot.Delivery.Sending;

/// <summary>Tells from an error whether a group cannot be written to, and sees to it that its cards come when it can.</summary>
/// <param name="directory">Where groups are now.</param>
/// <param name="watch">Keeps the troubles of groups.</param>
/// <param name="backlog">The cards that groups lack.</param>
public sealed class GroupFaults(GroupDirectory directory, GroupWatch watch, GroupBacklog backlog)
{
    /// <summary>Takes an error that ends the job of a group's card for now.</summary>
    /// <param name="row">The card.</param>
    /// <param name="exception">The error.</param>
    /// <param name="cancellationToken">Ends the work; the message comes again.</param>
    /// <returns>The state the card is in now, or null when the error is none of these.</returns>
    /// <exception cref="StorageException">The store failed; taking it again is safe.</exception>
    internal async Task<CardState?> TakeAsync(
        CardRow row,
        TelegramApiException exception,
        CancellationToken cancellationToken
    )
    {
        if (row is not { Recipient.GroupKey: { } key, ChatId: { } chatId } || TroubleOf(exception) is not { } trouble)
        {
            return null;
        }

        await backlog.AddAsync(key, row.Request, cancellationToken);
        await watch.NoteAsync(chatId, row.ThreadId, trouble, cancellationToken);
        return trouble == GroupTrouble.Gone ? CardState.Unreachable : CardState.Failed;
    }

    /// <summary>
    /// Whether a card lies under an id that its chat had before it became a supergroup, and cannot be edited there. Telegram's server lets such edits
    /// through (https://github.com/tdlib/telegram-bot-api), but promises nothing.
    /// </summary>
    /// <param name="row">The card.</param>
    /// <param name="exception">The error.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="StorageException">The store failed; asking again is safe.</exception>
    internal async Task<bool> IsStrandedAsync(
        CardRow row,
        TelegramApiException exception,
        CancellationToken cancellationToken
    ) =>
        row is { Recipient.GroupKey: { } key, MessageId: not null }
        && exception.ErrorClass is TelegramErrorClass.Gone or TelegramErrorClass.Rights or TelegramErrorClass.Migrate
        && await directory.FindAsync(key, cancellationToken) is { } target
        && target.Place.ChatId != row.ChatId;

    private static GroupTrouble? TroubleOf(TelegramApiException exception) =>
        exception.ErrorClass switch
        {
            TelegramErrorClass.Gone => GroupTrouble.Gone,
            TelegramErrorClass.Rights when Says(exception, "TOPIC_CLOSED") => GroupTrouble.TopicClosed,
            TelegramErrorClass.Rights => GroupTrouble.NoRights,
            _ when Says(exception, "message thread not found") => GroupTrouble.TopicGone,
            _ when Says(exception, "TOPIC_DELETED") => GroupTrouble.TopicGone,
            _ => null,
        };

    private static bool Says(TelegramApiException exception, string words) =>
        exception.Description.Contains(words, StringComparison.OrdinalIgnoreCase);
}
