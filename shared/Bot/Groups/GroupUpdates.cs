using PaymentBot.Storage;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;

namespace PaymentBot.Bot.Groups;

/// <summary>Works on what happens in groups. An update that comes again changes nothing.</summary>
/// <param name="messages">Messages.</param>
/// <param name="memberships">The bot's own standing.</param>
public sealed class GroupUpdates(GroupMessages messages, GroupMembership memberships)
{
    /// <summary>Whether an update happened in a group and is for the bot.</summary>
    /// <param name="update">The update.</param>
    public static bool Concerns(Update update) =>
        update switch
        {
            { Message: { Chat.Type: not ChatType.Private } message } => GroupMessages.Concerns(message),
            { MyChatMember.Chat.Type: not ChatType.Private } => true,
            _ => false,
        };

    /// <summary>Works on one update.</summary>
    /// <param name="update">The update.</param>
    /// <param name="cancellationToken">Ends the work; doing it again is safe.</param>
    /// <exception cref="StorageException">The store failed; the update has to come again.</exception>
    public Task HandleAsync(Update update, CancellationToken cancellationToken) =>
        update switch
        {
            { Message: { } message } => messages.HandleAsync(message, cancellationToken),
            { MyChatMember: { } membership } => memberships.HandleAsync(membership, cancellationToken),
            _ => Task.CompletedTask,
        };
}
