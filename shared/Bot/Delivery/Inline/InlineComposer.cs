using PaymentBot.Approvals;
using PaymentBot.Bot.Delivery.Composition;
using PaymentBot.Bot.Delivery.Recipients;
using PaymentBot.Bot.Requests;
using PaymentBot.Cards;
using PaymentBot.Cards.Inline;

namespace PaymentBot.Bot.Delivery.Inline;

/// <summary>Makes the cards that are sent from inline queries.</summary>
/// <param name="senders">Who may see what.</param>
/// <param name="links">Knows the way to the private chat.</param>
/// <param name="settings">What every card is made with.</param>
public sealed class InlineComposer(IInlineSenders senders, IRequestLinks links, CardSettings settings)
{
    /// <summary>The card of a request that is about to be sent, as the snapshot alone tells it.</summary>
    /// <param name="stored">The request.</param>
    /// <param name="view">How it may look.</param>
    /// <param name="language">The asker's language.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async ValueTask<ComposedCard> ComposeAsync(
        StoredRequest stored,
        InlineView view,
        Language language,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(stored);
        var link = await links.FindAsync(stored.Key, cancellationToken);
        var context = ContextOf(stored.Request, [], language) with { PrivateChatUrl = link };
        return Compose(InlineCard.Render(context, ShowsAll(view)), stored.Request.Revision);
    }

    /// <summary>The request in the list of results.</summary>
    /// <param name="request">The snapshot.</param>
    /// <param name="view">How its card may look.</param>
    /// <param name="language">The asker's language.</param>
    public InlineEntry Describe(PaymentRequest request, InlineView view, Language language) =>
        InlineCard.Describe(ContextOf(request, [], language), ShowsAll(view));

    /// <summary>The card as it should be now. Whoever sent it and may no longer see the request leaves a card without content.</summary>
    /// <param name="state">The state of the request.</param>
    /// <param name="message">The card.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    internal async ValueTask<(ComposedCard Card, bool Follows)> ComposeAsync(
        RequestState state,
        InlineMessage message,
        CancellationToken cancellationToken
    )
    {
        var context = ContextOf(state.Request, state.Decisions, message.Language);
        if (!await senders.MaySeeAsync(message.ChosenBy, state.Request, cancellationToken))
        {
            return (Compose(InlineCard.RenderEnded(context), state.Request.Revision), false);
        }

        context = context with { PrivateChatUrl = await links.FindAsync(state.Stored.Key, cancellationToken) };
        return (Compose(InlineCard.Render(context, ShowsAll(message.View)), state.Request.Revision), true);
    }

    private static ComposedCard Compose(Card card, long revision)
    {
        List<IReadOnlyList<CardKey>> keyboard =
        [
            .. card.Keyboard.Select(row => row.Select(button => new CardKey(button.Text, Url: button.Url)).ToList()),
        ];
        return new ComposedCard(card.Html, keyboard, CardHash.Of(card.Html, keyboard), revision);
    }

    private bool ShowsAll(InlineView view) => InlineRule.ShowsAll(view, settings.InlineDisclosure);

    private CardContext ContextOf(PaymentRequest request, IReadOnlyList<Decision> decisions, Language language) =>
        new()
        {
            Request = request,
            Audience = CardAudience.Group,
            Language = language,
            TimeZone = settings.TimeZone,
            Decisions = decisions,
        };
}
