using PaymentBot.Approvals;
using PaymentBot.Bot.Conversation;
using PaymentBot.Bot.Delivery;
using PaymentBot.Bot.People;
using PaymentBot.Storage;

namespace PaymentBot.Bot.SignIn;

/// <summary>Makes and removes links with all that follows: cards, tokens, and the word to the account that gave way.</summary>
/// <param name="links">The links of people.</param>
/// <param name="refresh">Looks at the open requests of a person.</param>
/// <param name="tokens">Gives tokens back.</param>
/// <param name="people">Tells people.</param>
/// <param name="logger">The log.</param>
public sealed partial class LinkChanges(
    LinkStore links,
    PersonRefresh refresh,
    GoogleTokens tokens,
    PersonNotices people,
    ILogger<LinkChanges> logger
)
{
    /// <summary>Makes a link. The cards that wait for the person arrive by themselves.</summary>
    /// <param name="link">The link.</param>
    /// <param name="account">The account as its owner presents it, named to an account that gives way; null when an operator links.</param>
    /// <param name="cancellationToken">Ends the work; linking again is safe.</param>
    /// <exception cref="StorageException">The store failed; linking again is safe.</exception>
    public async Task<LinkChange> AddAsync(Link link, TelegramAccount? account, CancellationToken cancellationToken)
    {
        var replaced = await links.LinkAsync(link, cancellationToken);
        Log.Linked(logger, link.TelegramUserId, link.ErpId.Value, replaced.Count);
        foreach (var person in replaced.Select(former => former.ErpId).Where(person => person != link.ErpId).Distinct())
        {
            await refresh.RefreshAsync(person, cancellationToken);
        }

        var waiting = await refresh.RefreshAsync(link.ErpId, cancellationToken);
        foreach (var former in replaced)
        {
            if (account is not null && former.TelegramUserId != link.TelegramUserId)
            {
                var name = AccountName.Of(account);
                await people.TellAsync(former, phrases => phrases.SignIn.ReplacedBy(name), cancellationToken);
            }

            await GiveBackAsync(former, cancellationToken);
        }

        return new LinkChange(replaced, waiting);
    }

    /// <summary>Removes the link of a Telegram user. The cards that wait for the person lose their buttons.</summary>
    /// <param name="telegramUserId">The Telegram user.</param>
    /// <param name="cancellationToken">Ends the work; removing again is safe.</param>
    /// <returns>The link that was removed, or null when there was none.</returns>
    /// <exception cref="StorageException">The store failed; removing again is safe.</exception>
    public async Task<Link?> RemoveAsync(long telegramUserId, CancellationToken cancellationToken)
    {
        if (await links.UnlinkAsync(telegramUserId, cancellationToken) is not { } removed)
        {
            return null;
        }

        Log.Unlinked(logger, removed.TelegramUserId, removed.ErpId.Value);
        await refresh.RefreshAsync(removed.ErpId, cancellationToken);
        await GiveBackAsync(removed, cancellationToken);
        return removed;
    }

    /// <summary>Takes the access of a person away, linked or not, and sees to it that no card of theirs stays open.</summary>
    /// <param name="person">The person.</param>
    /// <param name="cancellationToken">Ends the work; taking it again is safe.</param>
    /// <returns>The link that was removed, or null when there was none.</returns>
    /// <exception cref="StorageException">The store failed; taking it again is safe.</exception>
    public async Task<Link?> RemoveAsync(ErpId person, CancellationToken cancellationToken)
    {
        if (await links.FindAsync(person, cancellationToken) is { } stored)
        {
            return await RemoveAsync(stored.Link.TelegramUserId, cancellationToken);
        }

        // A run before this one may have ended between the link and the cards.
        await refresh.RefreshAsync(person, cancellationToken);
        return null;
    }

    private Task GiveBackAsync(Link former, CancellationToken cancellationToken) =>
        tokens.RevokeAsync(former.RefreshToken, former.SealedFor, former.ErpId, former.Email, cancellationToken);

    private static partial class Log
    {
        [LoggerMessage(
            1,
            LogLevel.Information,
            "Telegram user {TelegramUserId} is linked to person {ErpId}; {Count} links gave way."
        )]
        public static partial void Linked(ILogger logger, long telegramUserId, string erpId, int count);

        [LoggerMessage(
            2,
            LogLevel.Information,
            "Telegram user {TelegramUserId} is no longer linked to person {ErpId}."
        )]
        public static partial void Unlinked(ILogger logger, long telegramUserId, string erpId);
    }
}
