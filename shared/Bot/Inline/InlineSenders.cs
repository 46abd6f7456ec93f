using PaymentBot.Approvals;
using PaymentBot.Bot.Conversation;
using PaymentBot.Bot.Delivery.Inline;
using PaymentBot.Bot.People;

namespace PaymentBot.Bot.Inline;

/// <summary>Tells delivery whether whoever sent a card may still see what it shows.</summary>
/// <param name="links">The links of people.</param>
/// <param name="viewers">Knows who may see what.</param>
public sealed class InlineSenders(LinkStore links, ViewerFinder viewers) : IInlineSenders
{
    /// <inheritdoc />
    public async ValueTask<bool> MaySeeAsync(
        ErpId person,
        PaymentRequest request,
        CancellationToken cancellationToken
    ) =>
        await links.FindAsync(person, cancellationToken) is not null
        && (await viewers.FindAsync(person, cancellationToken)).MaySee(request);
}
