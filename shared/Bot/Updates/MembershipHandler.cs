using PaymentBot.Approvals;
using PaymentBot.Bot.Delivery;
using PaymentBot.Bot.People;
using PaymentBot.Bot.Telegram.Types;

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
        var status = update.NewChatMember.Status;
        Log.Changed(logger, update.Chat.Id, status);
        if (!update.Chat.IsPrivate || await links.FindAsync(update.Chat.Id, cancellationToken) is not { } stored)
        {
            return;
        }

        UnreachableReason? unreachable = string.Equals(status, ChatMemberStatus.Kicked, StringComparison.Ordinal)
            ? UnreachableReason.Blocked
            : null;
        await keeper.MarkAsync(stored, unreachable, cancellationToken);
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "The bot's membership in chat {ChatId} is now {Status}.")]
        public static partial void Changed(ILogger logger, long chatId, string status);
    }
}
