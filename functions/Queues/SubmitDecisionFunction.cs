using Microsoft.Azure.Functions.Worker;
using PaymentBot.Bot.Deciding;
using PaymentBot.Bot.Jobs;
using PaymentBot.Storage;

namespace PaymentBot.Functions.Queues;

/// <summary>Queue <c>decisions</c>: brings one decision on its way to the ERP.</summary>
/// <param name="edge">Stands around the work.</param>
/// <param name="submission">Does the work.</param>
public sealed class SubmitDecisionFunction(MessageEdge edge, DecisionSubmission submission)
{
    /// <summary>Works on one message.</summary>
    /// <param name="message">Its text.</param>
    /// <param name="id">Its identity.</param>
    /// <param name="dequeueCount">Which attempt this is, from 1.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    [Function("SubmitDecision")]
    public Task RunAsync(
        [QueueTrigger(QueueNames.Decisions)] string message,
        string id,
        int dequeueCount,
        CancellationToken cancellationToken
    ) =>
        edge.RunAsync(
            new QueuedMessage(QueueName.Decisions, message, id, dequeueCount),
            (body, token) => submission.HandleAsync(JobReader.ReadDecision(body), token),
            cancellationToken
        );
}
