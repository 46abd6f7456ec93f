using System.Runtime.CompilerServices;
using PaymentBot.Approvals;
using PaymentBot.Delivery;
using PaymentBot.Identity;

namespace PaymentBot.Functions.Commands;

/// <summary>What an operator does with links: the command line and the sandbox enter here.</summary>
public static class LinkAdministration
{
    /// <summary>Ties a Telegram user to an ERP person. The cards that wait for the person arrive by themselves.</summary>
    /// <param name="services">The bot's services.</param>
    /// <param name="telegramUserId">The Telegram user.</param>
    /// <param name="erpId">The ERP person.</param>
    /// <param name="languageCode">The language of the first cards, such as <c>en</c>, or null for the default; later Telegram tells.</param>
    /// <param name="cancellationToken">Ends the work; linking again is safe.</param>
    /// <returns>The links that gave way.</returns>
    /// <exception cref="Storage.StorageException">The store failed; linking again is safe.</exception>
    public static async Task<IReadOnlyList<Link>> AddAsync(
        IServiceProvider services,
        long telegramUserId,
        string erpId,
        string? languageCode,
        CancellationToken cancellationToken
    )
    {
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        var link = new Link
        {
            TelegramUserId = telegramUserId,
            ErpId = new ErpId(erpId),
            LinkedAt = now,
            VerifiedAt = now,
            LanguageCode = languageCode,
        };
        var replaced = await services.GetRequiredService<LinkStore>().LinkAsync(link, cancellationToken);
        var refresh = services.GetRequiredService<PersonRefresh>();
        foreach (var person in replaced.Select(former => former.ErpId).Append(link.ErpId).Distinct())
        {
            await refresh.RefreshAsync(person, cancellationToken);
        }

        return replaced;
    }

    /// <summary>Unties a Telegram user. The cards that wait for the person lose their buttons.</summary>
    /// <param name="services">The bot's services.</param>
    /// <param name="telegramUserId">The Telegram user.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>The link that was removed, or null when there was none.</returns>
    /// <exception cref="Storage.StorageException">The store failed; unlinking again is safe.</exception>
    public static async Task<Link?> RemoveAsync(
        IServiceProvider services,
        long telegramUserId,
        CancellationToken cancellationToken
    )
    {
        var removed = await services.GetRequiredService<LinkStore>().UnlinkAsync(telegramUserId, cancellationToken);
        if (removed is not null)
        {
            await services.GetRequiredService<PersonRefresh>().RefreshAsync(removed.ErpId, cancellationToken);
        }

        return removed;
    }

    /// <summary>Lists all links.</summary>
    /// <param name="services">The bot's services.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public static async IAsyncEnumerable<Link> ListAsync(
        IServiceProvider services,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        await foreach (var link in services.GetRequiredService<LinkStore>().ListAsync(cancellationToken))
        {
            yield return link;
        }
    }
}
