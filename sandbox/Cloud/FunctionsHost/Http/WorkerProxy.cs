using Microsoft.AspNetCore.Http;
using PaymentBot.Sandbox.Cloud.FunctionsHost.Definition;
using PaymentBot.Sandbox.Cloud.FunctionsHost.Invocations;
using PaymentBot.Sandbox.Cloud.FunctionsHost.Worker;
using PaymentBot.Sandbox.Cloud.FunctionsHost.Worker.Messages;
using Yarp.ReverseProxy.Forwarder;

namespace PaymentBot.Sandbox.Cloud.FunctionsHost.Http;

/// <summary>Runs functions that are called by HTTP: an invocation over gRPC, and the call itself, byte for byte, to the worker's own server, where the two meet.</summary>
internal sealed class WorkerProxy(
    IHttpForwarder forwarder,
    WorkerSupervisor supervisor,
    InvocationJournal journal,
    TimeSpan? functionTimeout,
    TimeProvider clock
) : IDisposable
{
    private const string Correlation = "x-ms-invocation-id";

    private static readonly ForwarderRequestConfig Forwarding = new() { ActivityTimeout = TimeSpan.FromSeconds(240) };

    private readonly HttpMessageInvoker _invoker = new(
        new RetryProxyHandler(
            new SocketsHttpHandler
            {
                AllowAutoRedirect = false,
                UseCookies = false,
                UseProxy = false,
            },
            clock
        )
    );

    /// <summary>Runs one invocation to its end.</summary>
    /// <param name="values">The values of the route's parameters.</param>
    public async Task ProxyAsync(
        HttpContext context,
        FunctionDefinition function,
        IEnumerable<KeyValuePair<string, object?>> values
    )
    {
        var id = journal.Begin(function.Name);
        using var limit = new CancellationTokenSource(functionTimeout ?? Timeout.InfiniteTimeSpan, clock);
        string? fault;
        try
        {
            var worker = await supervisor.ReadyAsync(context.RequestAborted);
            fault = await RunAsync(context, id, function, values, worker.Channel, limit.Token);
            if (limit.IsCancellationRequested)
            {
                fault = $"Timeout value of {functionTimeout} was exceeded by function: Functions.{function.Name}";
                supervisor.Restart(worker);
            }

            if (
                fault is not null
                && !context.Response.HasStarted
                && context.Response.StatusCode is StatusCodes.Status200OK
            )
            {
                context.Response.StatusCode = StatusCodes.Status500InternalServerError;
            }
        }
        catch (FunctionsHostException stopped)
        {
            fault = stopped.Message;
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            fault = "The caller went away.";
        }

        journal.End(id, function.Name, fault);
    }

    /// <inheritdoc />
    public void Dispose() => _invoker.Dispose();

    private static InvocationRequest Request(
        FunctionDefinition function,
        IEnumerable<KeyValuePair<string, object?>> values
    )
    {
        var request = new InvocationRequest
        {
            InputData =
            {
                new ParameterBinding
                {
                    Name = function.Binding,
                    Data = new TypedData { Http = new RpcHttp() },
                },
            },
        };
        foreach (var (name, value) in values)
        {
            request.TriggerMetadata[name] = new TypedData { String = value?.ToString() ?? string.Empty };
        }

        return request;
    }

    private async Task<string?> RunAsync(
        HttpContext context,
        Guid id,
        FunctionDefinition function,
        IEnumerable<KeyValuePair<string, object?>> values,
        WorkerChannel channel,
        CancellationToken limit
    )
    {
        // A caller's own header stays: its call and the invocation then miss each other, and both end by their time limits.
        context.Request.Headers.TryAdd(Correlation, id.ToString());
        var invocation = channel.InvokeAsync(id, function.Name, Request(function, values));
        await using var aborted = context.RequestAborted.Register(() => channel.Cancel(id));
        await using var late = limit.Register(() => channel.Cancel(id));
        var error = await forwarder.SendAsync(
            context,
            channel.HttpAddress.GetLeftPart(UriPartial.Authority),
            _invoker,
            Forwarding,
            HttpTransformer.Default,
            limit
        );
        return error == ForwarderError.None
            ? await invocation.WaitAsync(limit).ContinueWith(Outcome, TaskScheduler.Default)
            : $"Failed to proxy request with ForwarderError: {error} {context.GetForwarderErrorFeature()?.Exception?.Message}";
    }

    private static string? Outcome(Task<string?> invocation) =>
        invocation.IsCompletedSuccessfully ? invocation.Result : "It was not over in time.";
}
