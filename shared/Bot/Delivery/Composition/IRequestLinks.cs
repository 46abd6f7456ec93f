using PaymentBot.Bot.Requests;

namespace PaymentBot.Bot.Delivery.Composition;

/// <summary>Knows the addresses that open requests in the private chat.</summary>
public interface IRequestLinks
{
    /// <summary>The address that opens a request in the reader's own private chat with the bot.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>An https address, or null while it is not known; a card then goes without.</returns>
    ValueTask<string?> FindAsync(RequestKey request, CancellationToken cancellationToken);
}
