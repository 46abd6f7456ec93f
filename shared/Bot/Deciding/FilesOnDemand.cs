using System.Globalization;
using PaymentBot.Bot.Conversation;
using PaymentBot.Bot.Delivery.Composition;
using PaymentBot.Bot.Jobs;
using PaymentBot.Bot.Requests;

namespace PaymentBot.Bot.Deciding;

/// <summary>
/// Answers the Files button of a card and the buttons of the list it leads to: what can be sent is put on its way to the chat. Whoever may not see the request
/// gets nothing, whatever the button says.
/// </summary>
/// <param name="states">Reads requests.</param>
/// <param name="viewers">Knows what a person may see.</param>
/// <param name="jobs">The queues.</param>
public sealed class FilesOnDemand(RequestStateReader states, ViewerFinder viewers, JobSender jobs) : IMenu
{
    /// <inheritdoc />
    public string Prefix => FileListScreen.Prefix;

    /// <summary>Sends the only file of the tapped card's request, or the list of several.</summary>
    /// <param name="tap">The tap.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task<TapAnswer> SendAsync(Tap tap, CancellationToken cancellationToken)
    {
        var state = await ReadAsync(tap.Actor, tap.Button.Request, cancellationToken);
        if (state is null || state.Available.Count == 0)
        {
            return tap.Answer(tap.Actor.Phrases.FilesNotReady);
        }

        if (state.Available.Count + state.Missing.Count > 1)
        {
            var list = Job(tap.Actor, tap.Button.Request, DeliveryKind.FileList) with { MessageId = tap.MessageId };
            return new TapAnswer(tap.Actor.Phrases.Deciding.FilesListed, list);
        }

        var job = Job(tap.Actor, tap.Button.Request, DeliveryKind.Files) with { MessageId = tap.MessageId };
        await jobs.DeliverAsync(job, TimeSpan.Zero, cancellationToken);
        return new TapAnswer(tap.Actor.Phrases.FilesComing(state.Available.Count));
    }

    /// <inheritdoc />
    public async Task<TapAnswer> TapAsync(MenuTap tap, CancellationToken cancellationToken)
    {
        if (
            RequestKey.Parse(tap.Argument(0)) is not { } key
            || await ReadAsync(tap.Actor, key, cancellationToken) is not { } state
        )
        {
            return new TapAnswer(tap.Actor.Phrases.Expired);
        }

        return tap.Verb switch
        {
            FileListScreen.One => SendOne(tap, state),
            FileListScreen.All when state.Available.Count > 0 => new TapAnswer(
                tap.Actor.Phrases.FilesComing(state.Available.Count),
                Job(tap.Actor, key, DeliveryKind.Files) with
                {
                    MessageId = tap.MessageId,
                }
            ),
            FileListScreen.Page when int.TryParse(tap.Argument(1), CultureInfo.InvariantCulture, out var page) =>
                new TapAnswer(
                    string.Empty,
                    Job(tap.Actor, key, DeliveryKind.FileList) with
                    {
                        MessageId = tap.MessageId,
                        Edits = true,
                        Page = page,
                    }
                ),
            _ => new TapAnswer(tap.Actor.Phrases.Expired),
        };
    }

    private static TapAnswer SendOne(MenuTap tap, RequestState state)
    {
        var key = tap.Argument(1);
        var file = state.Available.FirstOrDefault(one =>
            string.Equals(FileListScreen.KeyOf(one), key, StringComparison.Ordinal)
        );
        return file is null
            ? new TapAnswer(tap.Actor.Phrases.FilesNotReady)
            : new TapAnswer(
                tap.Actor.Phrases.Deciding.FileComing(file.Name),
                Job(tap.Actor, state.Stored.Key, DeliveryKind.Files) with
                {
                    File = key,
                    MessageId = tap.MessageId,
                }
            );
    }

    private static DeliveryJob Job(Actor actor, RequestKey request, DeliveryKind kind) =>
        new()
        {
            Kind = kind,
            RequestKey = request.Value,
            ChatId = actor.TelegramUserId,
        };

    private async Task<RequestState?> ReadAsync(Actor actor, RequestKey request, CancellationToken cancellationToken)
    {
        var viewer = await viewers.FindAsync(actor, cancellationToken);
        var state = await states.ReadAsync(request, cancellationToken);
        return state is not null && viewer.MaySee(state.Request) ? state : null;
    }
}
