using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using PaymentBot.Sandbox.Cloud.FunctionsHost.Definition;
using PaymentBot.Sandbox.Cloud.FunctionsHost.Invocations;
using PaymentBot.Sandbox.Cloud.FunctionsHost.Worker;
using Yarp.ReverseProxy.Forwarder;

namespace PaymentBot.Sandbox.Cloud.FunctionsHost.Http;

/// <summary>What callers reach: routes, keys, and the proxy behind them.</summary>
internal sealed class HttpFront : IAsyncDisposable
{
    private readonly WebApplication _server;
    private readonly RouteTable _routes;
    private readonly KeyGate _gate;
    private readonly WorkerProxy _proxy;

    /// <summary>Makes it, without listening.</summary>
    /// <exception cref="FunctionsHostException">A route cannot be read.</exception>
    public HttpFront(
        HostDefinition definition,
        FunctionsHostOptions options,
        WorkerSupervisor supervisor,
        InvocationJournal journal
    )
    {
        _routes = new RouteTable(definition);
        _gate = new KeyGate(options.Keys);
        _server = HttpServer.Create(options);
        _server.Run(HandleAsync);
        _proxy = new WorkerProxy(
            _server.Services.GetRequiredService<IHttpForwarder>(),
            supervisor,
            journal,
            options.Timings.FunctionTimeout ?? definition.FunctionTimeout,
            options.Clock
        );
    }

    /// <summary>Begins to listen.</summary>
    /// <returns>The address.</returns>
    /// <exception cref="FunctionsHostException">The port is taken.</exception>
    public async Task<Uri> StartAsync(CancellationToken cancellationToken)
    {
        try
        {
            await _server.StartAsync(cancellationToken);
        }
        catch (IOException taken)
        {
            throw new FunctionsHostException(taken.Message, taken);
        }

        return new Uri(_server.Urls.First());
    }

    /// <summary>Takes no more calls, and waits for those that run.</summary>
    public Task StopAsync(CancellationToken cancellationToken) => _server.StopAsync(cancellationToken);

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _proxy.Dispose();
    }

    private Task HandleAsync(HttpContext context)
    {
        var path = context.Request.Path;
        if (_routes.Find(context.Request.Method, path) is not { } match)
        {
            return ElsewhereAsync(context);
        }

        if (_gate.Admits(context.Request, match.Function))
        {
            return _proxy.ProxyAsync(context, match.Function, match.Values);
        }

        context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        return Task.CompletedTask;
    }

    /// <summary>What is at an address that is no function's: a page at the root, the host's own calls for whoever has the master key.</summary>
    private Task ElsewhereAsync(HttpContext context)
    {
        var request = context.Request;
        if (request.Path.Value is "/")
        {
            context.Response.ContentType = "text/html";
            return context.Response.WriteAsync(
                "<!DOCTYPE html><title>Your app is up and running</title>",
                context.RequestAborted
            );
        }

        var isKnown = request.Path.StartsWithSegments("/admin/host/status", StringComparison.OrdinalIgnoreCase)
            ? HttpMethods.IsGet(request.Method)
            : request.Path.StartsWithSegments("/admin", StringComparison.OrdinalIgnoreCase);
        context.Response.StatusCode =
            isKnown && !_gate.AdmitsMaster(request) ? StatusCodes.Status401Unauthorized : StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }
}
