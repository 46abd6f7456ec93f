using Microsoft.AspNetCore.Http;
using PaymentBot.Sandbox.Cloud.FunctionsHost.Handler;
using PaymentBot.Sandbox.Cloud.FunctionsHost.Invocations;
using Yarp.ReverseProxy.Forwarder;

namespace PaymentBot.Sandbox.Cloud.FunctionsHost.Http;

/// <summary>Passes calls on to the handler, byte for byte, and notes each as an invocation.</summary>
internal sealed class HandlerProxy(
    IHttpForwarder forwarder,
    HandlerSupervisor supervisor,
    InvocationJournal journal,
    TimeSpan? functionTimeout,
    TimeProvider clock
) : IDisposable
{
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
    public async Task ProxyAsync(HttpContext context, string function)
    {
        var id = journal.Begin(function);
        using var limit = new CancellationTokenSource(functionTimeout ?? Timeout.InfiniteTimeSpan, clock);
        string? fault = null;
        try
        {
            var handler = await supervisor.ReadyAsync(context.RequestAborted);
            var error = await ForwardAsync(context, id, limit.Token);
            fault = error == ForwarderError.None ? null : Describe(context, error);
            if (limit.IsCancellationRequested)
            {
                fault = $"Timeout value of {functionTimeout} was exceeded by function: Functions.{function}";
                supervisor.Restart(handler);
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

        journal.End(id, function, fault);
    }

    /// <inheritdoc />
    public void Dispose() => _invoker.Dispose();

    private static string Describe(HttpContext context, ForwarderError error) =>
        $"Failed to proxy request with ForwarderError: {error} {context.GetForwarderErrorFeature()?.Exception?.Message}";

    /// <summary>Path, query, method, body and headers as they came; hop-by-hop headers gone, <c>X-Forwarded-*</c> added.</summary>
    private async ValueTask<ForwarderError> ForwardAsync(HttpContext context, Guid id, CancellationToken limit)
    {
        var headers = context.Request.Headers;
        headers[HostHeaders.InvocationId] = id.ToString();
        headers[HostHeaders.HostVersion] = HostHeaders.Version;
        headers[HostHeaders.Correlation] = id.ToString();
        return await forwarder.SendAsync(
            context,
            supervisor.Address.GetLeftPart(UriPartial.Authority),
            _invoker,
            Forwarding,
            HttpTransformer.Default,
            limit
        );
    }
}
