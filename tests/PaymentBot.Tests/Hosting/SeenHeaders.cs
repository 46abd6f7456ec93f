using System.Collections.Concurrent;

namespace PaymentBot.Tests.Hosting;

/// <summary>The way to a server, on which the trace headers that went along are kept.</summary>
internal sealed class SeenHeaders() : DelegatingHandler(new SocketsHttpHandler { UseCookies = false })
{
    public ConcurrentQueue<string?> Traceparents { get; } = new();

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        var response = await base.SendAsync(request, cancellationToken);
        Traceparents.Enqueue(request.Headers.TryGetValues("traceparent", out var values) ? values.Single() : null);
        return response;
    }
}
