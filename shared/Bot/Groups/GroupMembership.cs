using PaymentBot.Bot.Delivery.Recipients;
using PaymentBot.Cards.Groups;
using PaymentBot.Storage;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;

namespace PaymentBot.Bot.Groups;

/// <summary>Works on changes of the bot's own standing in groups: removed, silenced, and back.</summary>
/// <param name="watch">Keeps what is known of groups.</param>
/// <param name="logger">The log.</param>
public sealed partial class GroupMembership(GroupWatch watch, ILogger<GroupMembership> logger)
{
    /// <summary>Works on one change.</summary>
    /// <param name="update">The change.</param>
    /// <param name="cancellationToken">Ends the work; doing it again is safe.</param>
    /// <exception cref="StorageException">The store failed; the update has to come again.</exception>
    public Task HandleAsync(ChatMemberUpdated update, CancellationToken cancellationToken)
    {
        var chatId = update.Chat.Id;
        // A standing that nobody knows yet is left out of the update.
        var member = (ChatMember?)update.NewChatMember;
        Log.Changed(logger, chatId, member?.Status);
        return member switch
        {
            ChatMemberLeft or ChatMemberBanned => watch.NoteAsync(chatId, null, GroupTrouble.Gone, cancellationToken),
            ChatMemberRestricted { CanSendMessages: false } => watch.NoteAsync(
                chatId,
                null,
                GroupTrouble.NoRights,
                cancellationToken
            ),
            _ => watch.BackAsync(chatId, cancellationToken),
        };
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "The bot's membership in group {ChatId} is now {Status}.")]
        public static partial void Changed(ILogger logger, long chatId, ChatMemberStatus? status);
    }
}
