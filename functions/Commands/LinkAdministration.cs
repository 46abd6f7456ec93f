using System.Runtime.CompilerServices;
using PaymentBot.Approvals;
using PaymentBot.Bot.People;
using PaymentBot.Bot.SignIn;

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
        var change = await services.GetRequiredService<LinkChanges>().AddAsync(link, account: null, cancellationToken);
        return change.Replaced;
    }

    /// <summary>Unties a Telegram user. The cards that wait for the person lose their buttons, and Google gets its token back.</summary>
    /// <param name="services">The bot's services.</param>
    /// <param name="telegramUserId">The Telegram user.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>The link that was removed, or null when there was none.</returns>
    /// <exception cref="Storage.StorageException">The store failed; unlinking again is safe.</exception>
    public static Task<Link?> RemoveAsync(
        IServiceProvider services,
        long telegramUserId,
        CancellationToken cancellationToken
    ) => services.GetRequiredService<LinkChanges>().RemoveAsync(telegramUserId, cancellationToken);

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
