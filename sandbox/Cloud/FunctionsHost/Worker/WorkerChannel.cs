using System.Collections.Concurrent;
using System.Diagnostics;
using System.Threading.Channels;
using Grpc.Core;
using PaymentBot.Sandbox.Cloud.FunctionsHost.Definition;
using PaymentBot.Sandbox.Cloud.FunctionsHost.Invocations;
using PaymentBot.Sandbox.Cloud.FunctionsHost.Logging;
using PaymentBot.Sandbox.Cloud.FunctionsHost.Worker.Messages;

namespace PaymentBot.Sandbox.Cloud.FunctionsHost.Worker;

/// <summary>The talk with one worker, from its call to its end.</summary>
/// <param name="definition">What the publish folder says of it.</param>
/// <param name="journal">Gets what it logs within its functions.</param>
/// <param name="log">Gets what the worker says of itself.</param>
internal sealed class WorkerChannel(HostDefinition definition, InvocationJournal journal, HostLog log)
{
    private const string HttpUri = "HttpUri";

    private readonly Channel<StreamingMessage> _outbound = Channel.CreateUnbounded<StreamingMessage>();
    private readonly ConcurrentDictionary<string, TaskCompletionSource<StreamingMessage>> _questions = new(
        StringComparer.Ordinal
    );
    private readonly ConcurrentDictionary<string, Invocation> _invocations = new(StringComparer.OrdinalIgnoreCase);
    private readonly TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Dictionary<string, string> _functions = new(StringComparer.OrdinalIgnoreCase);
    private volatile bool _ended;

    /// <summary>Completes when every function is loaded.</summary>
    /// <exception cref="FunctionsHostException">The worker refused something, or went away.</exception>
    public Task Ready => _ready.Task;

    /// <summary>Where the worker takes HTTP calls.</summary>
    public Uri HttpAddress { get; private set; } = null!;

    /// <summary>Talks until one side goes away.</summary>
    public async Task ServeAsync(
        IAsyncStreamReader<StreamingMessage> worker,
        IServerStreamWriter<StreamingMessage> host,
        CancellationToken cancellationToken
    )
    {
        var writing = WriteAsync(host, cancellationToken);
        _ = IntroduceAsync();
        try
        {
            while (await worker.MoveNext(cancellationToken))
            {
                Take(worker.Current);
            }
        }
        catch (Exception broken) when (broken is IOException or OperationCanceledException or InvalidOperationException)
        {
            // The worker is gone; whoever waits for it is told below.
        }

        End();
        await writing.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    /// <summary>Runs a function.</summary>
    /// <param name="id">The invocation.</param>
    /// <param name="function">The function's name.</param>
    /// <param name="request">What it gets; ids are filled in here.</param>
    /// <returns>What went wrong, or null.</returns>
    public async Task<string?> InvokeAsync(Guid id, string function, InvocationRequest request)
    {
        request.InvocationId = id.ToString();
        request.FunctionId = _functions[function];
        request.TraceContext = new RpcTraceContext { TraceParent = Activity.Current?.Id ?? string.Empty };
        var invocation = new Invocation(function);
        _invocations[request.InvocationId] = invocation;
        Send(new StreamingMessage { InvocationRequest = request });
        if (_ended)
        {
            End();
        }

        return await invocation.Fault.Task;
    }

    /// <summary>Tells the worker that nobody waits for an invocation any more.</summary>
    public void Cancel(Guid id) =>
        Send(new StreamingMessage { InvocationCancel = new InvocationCancel { InvocationId = id.ToString() } });

    /// <summary>Asks the worker to end itself.</summary>
    public void Terminate() => Send(new StreamingMessage { WorkerTerminate = new WorkerTerminate() });

    /// <summary>The worker is gone: what it was doing has failed.</summary>
    public void End()
    {
        _ended = true;
        _outbound.Writer.TryComplete();
        var gone = new FunctionsHostException("The worker went away.");
        _ready.TrySetException(gone);
        _ = _ready.Task.Exception;
        foreach (var question in _questions.Values)
        {
            question.TrySetException(gone);
        }

        foreach (var id in _invocations.Keys)
        {
            if (_invocations.TryRemove(id, out var invocation))
            {
                invocation.Fault.TrySetResult("The worker went away while the function ran.");
            }
        }
    }

    private async Task WriteAsync(IServerStreamWriter<StreamingMessage> host, CancellationToken cancellationToken)
    {
        await foreach (var message in _outbound.Reader.ReadAllAsync(cancellationToken))
        {
            await host.WriteAsync(message, cancellationToken);
        }
    }

    private async Task IntroduceAsync()
    {
        try
        {
            var init = await AskAsync(
                new StreamingMessage
                {
                    WorkerInitRequest = new WorkerInitRequest
                    {
                        HostVersion = "4.1052.200.26",
                        WorkerDirectory = definition.Root,
                        FunctionAppDirectory = definition.Root,
                    },
                }
            );
            Check(init.WorkerInitResponse.Result);
            HttpAddress = init.WorkerInitResponse.Capabilities.TryGetValue(HttpUri, out var address)
                ? new Uri(address)
                : throw new FunctionsHostException("The worker takes no HTTP calls: it has no capability HttpUri.");
            await LoadAsync();
            _ready.TrySetResult();
        }
        catch (FunctionsHostException problem)
        {
            _ready.TrySetException(problem);
            _ = _ready.Task.Exception;
        }
    }

    private async Task LoadAsync()
    {
        var told = await AskAsync(
            new StreamingMessage
            {
                FunctionsMetadataRequest = new FunctionsMetadataRequest { FunctionAppDirectory = definition.Root },
            }
        );
        Check(told.FunctionMetadataResponse.Result);
        var functions = told.FunctionMetadataResponse.FunctionMetadataResults;
        Compare(functions);
        _functions = functions.ToDictionary(
            function => function.Name,
            function => function.FunctionId,
            StringComparer.OrdinalIgnoreCase
        );
        foreach (var function in functions)
        {
            var loaded = await AskAsync(
                new StreamingMessage
                {
                    FunctionLoadRequest = new FunctionLoadRequest
                    {
                        FunctionId = function.FunctionId,
                        Metadata = function,
                    },
                }
            );
            Check(loaded.FunctionLoadResponse.Result);
        }
    }

    private void Compare(IEnumerable<RpcFunctionMetadata> functions)
    {
        var told = functions.Select(function => function.Name).ToHashSet(StringComparer.Ordinal);
        if (!told.SetEquals(definition.Functions.Select(function => function.Name)))
        {
            throw new FunctionsHostException(
                $"{Path.Combine(definition.Root, "functions.metadata")} and the worker differ, which says it has {string.Join(", ", told)}."
            );
        }
    }

    private static void Check(StatusResult result)
    {
        if (result.Status != StatusResult.Types.Status.Success)
        {
            throw new FunctionsHostException($"The worker refused: {result.Exception?.Message}");
        }
    }

    private Task<StreamingMessage> AskAsync(StreamingMessage message)
    {
        message.RequestId = Guid.NewGuid().ToString();
        var answer = new TaskCompletionSource<StreamingMessage>(TaskCreationOptions.RunContinuationsAsynchronously);
        _questions[message.RequestId] = answer;
        Send(message);
        return answer.Task;
    }

    private void Send(StreamingMessage message) => _outbound.Writer.TryWrite(message);

    private void Take(StreamingMessage message)
    {
        switch (message.ContentCase)
        {
            case StreamingMessage.ContentOneofCase.RpcLog:
                Log(message.RpcLog);
                break;
            case StreamingMessage.ContentOneofCase.InvocationResponse:
                var response = message.InvocationResponse;
                if (_invocations.TryRemove(response.InvocationId, out var invocation))
                {
                    var succeeded = response.Result.Status == StatusResult.Types.Status.Success;
                    invocation.Fault.TrySetResult(
                        succeeded ? null : response.Result.Exception?.Message ?? "It failed."
                    );
                }

                break;
            default:
                if (_questions.TryRemove(message.RequestId, out var question))
                {
                    question.TrySetResult(message);
                }

                break;
        }
    }

    private void Log(RpcLog record)
    {
        var level = record.Level switch
        {
            >= RpcLog.Types.Level.Error => HostLogLevel.Error,
            RpcLog.Types.Level.Warning => HostLogLevel.Warning,
            _ => HostLogLevel.Information,
        };
        var text = record.Exception is { } exception ? $"{record.Message} {exception.Message}" : record.Message;
        if (record.LogCategory == RpcLog.Types.Category.System)
        {
            log.Write(level, HostLogRecord.Worker, text);
        }
        else if (_invocations.TryGetValue(record.InvocationId, out var invocation))
        {
            journal.Say(invocation.Function, level, text);
        }

        // Anything else is lost, as the real host loses what is logged outside of its functions.
    }

    private sealed record Invocation(string Function)
    {
        public TaskCompletionSource<string?> Fault { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
