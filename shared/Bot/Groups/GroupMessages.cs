using PaymentBot.Bot.Conversation;
using PaymentBot.Bot.Delivery.Recipients;
using PaymentBot.Storage;
using Telegram.Bot.Types;

namespace PaymentBot.Bot.Groups;

/// <summary>Works on messages in groups: what Telegram itself says about the group, and commands. All else is not for the bot.</summary>
/// <param name="watch">Keeps what is known of groups.</param>
/// <param name="commands">Answers commands.</param>
public sealed class GroupMessages(GroupWatch watch, GroupCommands commands)
{
    /// <summary>The user in whose name Telegram forwards the posts of a linked channel.</summary>
    private const long Telegram = 777000;

    /// <summary>Whether a message is for the bot at all. An administrator's bot gets every word of a group; most leave no trace here.</summary>
    /// <param name="message">The message.</param>
    public static bool Concerns(Message message) =>
        message
            is { MigrateToChatId: not null }
                or { MigrateFromChatId: not null }
                or { ForumTopicClosed: not null }
                or { ForumTopicReopened: not null }
        || ChatCommand.Parse(message.Text) is not null;

    /// <summary>Works on one message.</summary>
    /// <param name="message">The message.</param>
    /// <param name="cancellationToken">Ends the work; doing it again is safe.</param>
    /// <exception cref="StorageException">The store failed; the update has to come again.</exception>
    public Task HandleAsync(Message message, CancellationToken cancellationToken)
    {
        var chatId = message.Chat.Id;
        return message switch
        {
            { MigrateToChatId: { } to } => watch.MovedAsync(chatId, to, cancellationToken),
            { MigrateFromChatId: { } from } => watch.MovedAsync(from, chatId, cancellationToken),
            { ForumTopicClosed: not null } => watch.NoteAsync(
                chatId,
                GroupAnswer.TopicOf(message),
                PaymentBot.Cards.Groups.GroupTrouble.TopicClosed,
                cancellationToken
            ),
            { ForumTopicReopened: not null } => watch.ReopenedAsync(
                chatId,
                GroupAnswer.TopicOf(message),
                cancellationToken
            ),
            { From.Id: Telegram } => Task.CompletedTask,
            _ when ChatCommand.Parse(message.Text) is { } command => commands.HandleAsync(
                message,
                command,
                cancellationToken
            ),
            _ => Task.CompletedTask,
        };
    }
}
