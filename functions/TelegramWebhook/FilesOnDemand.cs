using PaymentBot.Delivery.Composition;
using PaymentBot.Delivery.Jobs;

namespace PaymentBot.Functions.TelegramWebhook;

/// <summary>Answers the Files button: what can be sent is put on its way to the chat.</summary>
/// <param name="states">Reads requests.</param>
/// <param name="jobs">The queues.</param>
internal sealed class FilesOnDemand(RequestStateReader states, JobSender jobs)
{
    /// <summary>Sends the files of the tapped card's request.</summary>
    /// <param name="tap">The tap.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task<TapAnswer> SendAsync(Tap tap, CancellationToken cancellationToken)
    {
        var state = await states.ReadAsync(tap.Button.Request, cancellationToken);
        if (state is null || state.Available.Count == 0)
        {
            return tap.Answer(tap.Actor.Phrases.FilesNotReady);
        }

        var job = new DeliveryJob
        {
            Kind = DeliveryKind.Files,
            RequestKey = tap.Button.Request.Value,
            ChatId = tap.Actor.TelegramUserId,
            MessageId = tap.MessageId,
        };
        await jobs.DeliverAsync(job, TimeSpan.Zero, cancellationToken);
        return new TapAnswer(tap.Actor.Phrases.FilesComing(state.Available.Count));
    }
}
