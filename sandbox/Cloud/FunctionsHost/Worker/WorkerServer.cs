using System.Collections.Concurrent;
using System.Net;
using Grpc.Core;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using PaymentBot.Sandbox.Cloud.FunctionsHost.Worker.Messages;

namespace PaymentBot.Sandbox.Cloud.FunctionsHost.Worker;

/// <summary>Where workers call the host: one gRPC stream each, on a port of the loopback.</summary>
internal sealed class WorkerServer : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, WorkerChannel> _expected = new(StringComparer.Ordinal);
    private readonly WebApplication _server;

    /// <summary>Makes it, without listening.</summary>
    public WorkerServer()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore();
        builder.WebHost.ConfigureKestrel(kestrel =>
            kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http2)
        );
        builder.Services.AddRoutingCore();
        builder.Services.AddGrpc(grpc => grpc.MaxReceiveMessageSize = null);
        builder.Services.AddSingleton(this);
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromMilliseconds(500));
        _server = builder.Build();
        _server.MapGrpcService<Service>();
    }

    /// <summary>Where it listens.</summary>
    public Uri Address { get; private set; } = null!;

    /// <summary>Opens the port.</summary>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await _server.StartAsync(cancellationToken);
        Address = new Uri(_server.Urls.First());
    }

    /// <summary>Leads the worker of that name to its channel, when it calls.</summary>
    public void Expect(string workerId, WorkerChannel channel) => _expected[workerId] = channel;

    /// <inheritdoc />
    public ValueTask DisposeAsync() => _server.DisposeAsync();

    /// <summary>The service of the protocol.</summary>
    /// <param name="server">Knows who is expected.</param>
    public sealed class Service(WorkerServer server) : FunctionRpc.FunctionRpcBase
    {
        /// <inheritdoc />
        public override async Task EventStream(
            IAsyncStreamReader<StreamingMessage> requestStream,
            IServerStreamWriter<StreamingMessage> responseStream,
            ServerCallContext context
        )
        {
            if (
                !await requestStream.MoveNext(context.CancellationToken)
                || requestStream.Current.StartStream is not { } start
                || !server._expected.TryRemove(start.WorkerId, out var channel)
            )
            {
                throw new Grpc.Core.RpcException(new Status(StatusCode.InvalidArgument, "Nobody expects this worker."));
            }

            await channel.ServeAsync(requestStream, responseStream, context.CancellationToken);
        }
    }
}
