using Microsoft.Azure.WebJobs;
using Microsoft.Extensions.DependencyInjection;

namespace PaymentBot.Sandbox.Cloud.FunctionsHost.Queues;

/// <summary>What the class of queue functions is derived from; public, because it is derived in another assembly.</summary>
public abstract class QueueFunctions
{
    private readonly QueueListeners _listeners;

    /// <summary>Called by the derived class.</summary>
    /// <param name="services">The listeners' services.</param>
    protected QueueFunctions(IServiceProvider services) => _listeners = services.GetRequiredService<QueueListeners>();

    /// <summary>Passes a message on.</summary>
    /// <param name="function">The function's name.</param>
    /// <param name="message">The message's text, decoded.</param>
    /// <param name="binder">Knows what else the trigger says.</param>
    protected Task RunAsync(string function, string message, Binder binder) =>
        _listeners.RunAsync(function, message, binder);
}
