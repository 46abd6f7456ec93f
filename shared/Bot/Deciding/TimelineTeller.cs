using PaymentBot.Bot.Conversation;
using PaymentBot.Bot.Delivery.Composition;
using PaymentBot.Bot.Jobs;
using PaymentBot.Bot.Requests;
using PaymentBot.Cards;
using PaymentBot.Cards.Inbox;
using PaymentBot.Storage;

namespace PaymentBot.Bot.Deciding;

/// <summary>Tells the way of a request to somebody who may see it.</summary>
/// <param name="requests">The snapshots.</param>
/// <param name="decisions">The decisions.</param>
/// <param name="targets">Knows people's languages and zones.</param>
/// <param name="timeProvider">The clock.</param>
public sealed class TimelineTeller(
    RequestStore requests,
    DecisionStore decisions,
    TargetResolver targets,
    TimeProvider timeProvider
)
{
    /// <summary>Answers the button of a card: whoever has the card may see the way of its request.</summary>
    /// <param name="tap">The tap.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="StorageException">The store failed; the update has to come again.</exception>
    public async Task<TapAnswer> AnswerAsync(Tap tap, CancellationToken cancellationToken)
    {
        if (await requests.GetAsync(tap.Button.Request, cancellationToken) is not { } stored)
        {
            return new TapAnswer(tap.Actor.Phrases.Expired);
        }

        var screen = await TellAsync(stored, tap.Actor, cancellationToken);
        return new TapAnswer(string.Empty, DeliveryJob.Show(tap.Actor.TelegramUserId, screen));
    }

    /// <summary>Tells the way of a request.</summary>
    /// <param name="stored">The request, which the person may see.</param>
    /// <param name="actor">The person.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="StorageException">The store failed; asking again is safe.</exception>
    public async Task<Screen> TellAsync(StoredRequest stored, Actor actor, CancellationToken cancellationToken)
    {
        var known = await decisions.ListAsync(stored.Key, cancellationToken);
        return TimelineScreen.Render(
            new TimelineView
            {
                Request = stored.Request,
                Decisions = [.. known.Select(row => row.Decision).OrderBy(decision => decision.DecidedAt)],
                Reader = actor.ErpId,
                Language = actor.Phrases.Language,
                TimeZone = targets.TimeZoneOf(actor.Link),
                Now = timeProvider.GetUtcNow(),
            }
        );
    }
}
