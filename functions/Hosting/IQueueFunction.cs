using PaymentBot.Storage;

namespace PaymentBot.Functions.Hosting;

/// <summary>A function that a queue triggers. It must be safe to run again with the same message, at any time.</summary>
internal interface IQueueFunction
{
    /// <summary>The queue it works from.</summary>
    QueueName Queue { get; }

    /// <summary>Runs one message.</summary>
    /// <param name="body">The message's text.</param>
    /// <param name="dequeueCount">How often it was received, 1 or more.</param>
    /// <param name="cancellationToken">Ends the work; the message comes again.</param>
    Task RunAsync(string body, int dequeueCount, CancellationToken cancellationToken);
}
