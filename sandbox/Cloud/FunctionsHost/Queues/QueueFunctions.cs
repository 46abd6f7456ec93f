using Microsoft.Azure.WebJobs;
using Microsoft.Extensions.DependencyInjection;

namespace PaymentBot.Sandbox.Cloud.FunctionsHost.Queues;

/// <summary>What the class of queue functions is derived from; public, as is what that class calls, because it is made in another assembly.</summary>
/// <param name="services">The listeners' services.</param>
public class QueueFunctions(IServiceProvider services)
{
    private readonly QueueListeners _listeners = services.GetRequiredService<QueueListeners>();

    /// <summary>Passes a message on.</summary>
    /// <param name="function">The function's name.</param>
    /// <param name="message">The message's text, decoded.</param>
    /// <param name="binder">Knows what else the trigger says.</param>
    public Task PassOnAsync(string function, string message, Binder binder) =>
        _listeners.RunAsync(function, message, binder);
}
