using PaymentBot.Approvals;
using PaymentBot.Bot.Delivery;
using PaymentBot.Bot.People;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;

namespace PaymentBot.Bot.Updates;

/// <summary>Works on changes of the bot's own membership: in a private chat they say that the person blocked or unblocked the bot.</summary>
/// <param name="links">The links of people.</param>
/// <param name="keeper">Notes who can be reached, and tells who has to know.</param>
/// <param name="logger">The log.</param>
public sealed partial class MembershipHandler(
    LinkStore links,
    ReachabilityKeeper keeper,
    ILogger<MembershipHandler> logger
)
{
    /// <summary>Works on one change.</summary>
    /// <param name="update">The change.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task HandleAsync(ChatMemberUpdated update, CancellationToken cancellationToken)
    {
        // A standing that nobody knows yet is left out of the update.
        var member = (ChatMember?)update.NewChatMember;
        Log.Changed(logger, update.Chat.Id, member?.Status);
        if (
            update.Chat.Type != ChatType.Private
            || await links.FindAsync(update.Chat.Id, cancellationToken) is not { } stored
        )
        {
            return;
        }

        UnreachableReason? unreachable = member is ChatMemberBanned ? UnreachableReason.Blocked : null;
        await keeper.MarkAsync(stored, unreachable, cancellationToken);
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "The bot's membership in chat {ChatId} is now {Status}.")]
        public static partial void Changed(ILogger logger, long chatId, ChatMemberStatus? status);
    }
}
