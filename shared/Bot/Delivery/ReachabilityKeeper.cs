using PaymentBot.Approvals;
using PaymentBot.Bot.Delivery.Composition;
using PaymentBot.Bot.Jobs;
using PaymentBot.Bot.People;
using PaymentBot.Bot.Telegram;
using PaymentBot.Cards;
using PaymentBot.Storage;

namespace PaymentBot.Bot.Delivery;

/// <summary>
/// Notes whether the bot can write to a person, tells the operators of a person who is lost, and looks again at the person's open requests, which tells their
/// initiators.
/// </summary>
/// <param name="links">The links of people.</param>
/// <param name="refresh">Looks at the open requests of a person.</param>
/// <param name="jobs">The queues.</param>
/// <param name="operators">Where operators are told.</param>
/// <param name="settings">Their language.</param>
public sealed class ReachabilityKeeper(
    LinkStore links,
    PersonRefresh refresh,
    JobSender jobs,
    OperatorChat operators,
    CardSettings settings
)
{
    /// <summary>What an error that says "gone" says about a person in a private chat.</summary>
    /// <param name="exception">The error.</param>
    public static UnreachableReason Read(TelegramApiException exception)
    {
        ArgumentNullException.ThrowIfNull(exception);
        var text = exception.Description;
        if (text.Contains("deactivated", StringComparison.OrdinalIgnoreCase))
        {
            return UnreachableReason.Deleted;
        }

        var neverStarted =
            text.Contains("initiate conversation", StringComparison.OrdinalIgnoreCase)
            || text.Contains("chat not found", StringComparison.OrdinalIgnoreCase);
        return neverStarted ? UnreachableReason.NeverStarted : UnreachableReason.Blocked;
    }

    /// <summary>Notes what an error said about the person in a private chat, if it is a linked person's.</summary>
    /// <param name="chatId">The chat.</param>
    /// <param name="exception">The error.</param>
    /// <param name="cancellationToken">Ends the work; doing it again is safe.</param>
    /// <exception cref="StorageException">The store failed; doing it again is safe.</exception>
    public async Task NoteAsync(long chatId, TelegramApiException exception, CancellationToken cancellationToken)
    {
        if (await links.FindAsync(chatId, cancellationToken) is { } stored)
        {
            await MarkAsync(stored, Read(exception), cancellationToken);
        }
    }

    /// <summary>Notes a change; of several who learn the same at once, one tells.</summary>
    /// <param name="stored">The link as it was read.</param>
    /// <param name="now">Why the person cannot be reached, or null.</param>
    /// <param name="cancellationToken">Ends the work; doing it again is safe.</param>
    /// <exception cref="StorageException">The store failed; doing it again is safe.</exception>
    public async Task MarkAsync(StoredLink stored, UnreachableReason? now, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(stored);
        var link = stored.Link;
        if (
            link.Unreachable == now
            || !await links.UpdateAsync(stored, link with { Unreachable = now }, cancellationToken)
        )
        {
            return;
        }

        if (now is { } reason && link.Unreachable is null && operators.ChatId is { } chatId)
        {
            var words = Phrases.For(settings.DefaultLanguage).Deciding;
            var html = words.OperatorUnreachable(link.Name ?? link.ErpId.Value, reason);
            await jobs.DeliverAsync(DeliveryJob.Notice(chatId, html), TimeSpan.Zero, cancellationToken);
        }

        await refresh.RefreshAsync(link.ErpId, cancellationToken);
    }
}
