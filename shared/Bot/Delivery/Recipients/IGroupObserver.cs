using PaymentBot.Cards.Groups;

namespace PaymentBot.Bot.Delivery.Recipients;

/// <summary>Is told what befalls groups, once for each change.</summary>
public interface IGroupObserver
{
    /// <summary>Cards no longer reach a group.</summary>
    /// <param name="keys">The keys bound there, at least one.</param>
    /// <param name="trouble">Why.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="Storage.StorageException">The store failed.</exception>
    Task TroubleAsync(IReadOnlyList<string> keys, GroupTrouble trouble, CancellationToken cancellationToken);

    /// <summary>Cards reach a group again.</summary>
    /// <param name="keys">The keys bound there, at least one.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="Storage.StorageException">The store failed.</exception>
    Task TroubleOverAsync(IReadOnlyList<string> keys, CancellationToken cancellationToken);

    /// <summary>A group became a supergroup.</summary>
    /// <param name="keys">The keys bound there, at least one.</param>
    /// <param name="chatId">The new chat id.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="Storage.StorageException">The store failed.</exception>
    Task MovedAsync(IReadOnlyList<string> keys, long chatId, CancellationToken cancellationToken);
}
