using PaymentBot.Approvals;

namespace PaymentBot.Bot.Delivery.Inline;

/// <summary>Knows the people who send cards from inline queries.</summary>
public interface IInlineSenders
{
    /// <summary>Whether a person is linked and may see a request.</summary>
    /// <param name="person">The person.</param>
    /// <param name="request">The latest snapshot.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="Storage.StorageException">The store failed; asking again is safe.</exception>
    ValueTask<bool> MaySeeAsync(ErpId person, PaymentRequest request, CancellationToken cancellationToken);
}
