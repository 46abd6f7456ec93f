using PaymentBot.Sandbox.Cloud.FunctionsHost.Definition;
using PaymentBot.Sandbox.Cloud.FunctionsHost.Worker;
using PaymentBot.Sandbox.Cloud.FunctionsHost.Worker.Messages;

namespace PaymentBot.Sandbox.Cloud.FunctionsHost.Invocations;

/// <summary>Runs functions that nobody calls by HTTP.</summary>
internal sealed class Invoker(
    WorkerSupervisor supervisor,
    InvocationJournal journal,
    TimeSpan? functionTimeout,
    TimeProvider clock
)
{
    /// <summary>How long a function that was told to end may take for it, before its process is ended.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);

    /// <summary>Runs one invocation to its end.</summary>
    /// <param name="data">What triggered it.</param>
    /// <param name="metadata">What else the trigger says.</param>
    /// <param name="cancellationToken">The instance dies.</param>
    /// <returns>Whether it succeeded.</returns>
    /// <exception cref="OperationCanceledException">The instance died.</exception>
    public async Task<bool> InvokeAsync(
        FunctionDefinition function,
        TypedData data,
        IReadOnlyDictionary<string, TypedData> metadata,
        CancellationToken cancellationToken
    )
    {
        var request = new InvocationRequest
        {
            InputData =
            {
                new ParameterBinding { Name = function.Binding, Data = data },
            },
        };
        request.TriggerMetadata.Add(new Dictionary<string, TypedData>(metadata, StringComparer.Ordinal));
        var id = journal.Begin(function.Name);
        string? fault;
        try
        {
            var worker = await supervisor.ReadyAsync(cancellationToken);
            fault = await RunAsync(worker, id, function.Name, request, cancellationToken);
        }
        catch (FunctionsHostException broken)
        {
            fault = broken.Message;
        }

        journal.End(id, function.Name, fault);
        return fault is null;
    }

    private async Task<string?> RunAsync(
        WorkerProcess worker,
        Guid id,
        string function,
        InvocationRequest request,
        CancellationToken cancellationToken
    )
    {
        var invocation = worker.Channel.InvokeAsync(id, function, request);
        try
        {
            return await invocation.WaitAsync(functionTimeout ?? Timeout.InfiniteTimeSpan, clock, cancellationToken);
        }
        catch (TimeoutException)
        {
            worker.Channel.Cancel(id);
            var ended = await Task.WhenAny(invocation, Task.Delay(Grace, clock, cancellationToken));
            cancellationToken.ThrowIfCancellationRequested();
            if (ended != invocation)
            {
                supervisor.Restart(worker);
            }

            return $"Timeout value of {functionTimeout} was exceeded by function: Functions.{function}";
        }
    }
}
