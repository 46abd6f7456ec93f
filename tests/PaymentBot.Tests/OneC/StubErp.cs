using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using PaymentBot.Sandbox.Hosting;

namespace PaymentBot.Tests.OneC;

/// <summary>An ERP that answers decisions with the given statuses, one after another, and at last applies them.</summary>
internal sealed class StubErp(IEnumerable<(int Status, int? RetryAfter)> answers, TimeProvider clock) : IAsyncDisposable
{
    private readonly ConcurrentQueue<(int Status, int? RetryAfter)> _answers = new(answers);
    private readonly WebApplication _server = LoopbackServer.Create(0);

    /// <summary>When calls came.</summary>
    public ConcurrentQueue<DateTimeOffset> Calls { get; } = [];

    public async Task<Uri> StartAsync()
    {
        _server.Run(AnswerAsync);
        return await LoopbackServer.StartAsync(_server, CancellationToken.None);
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        Calls.Enqueue(clock.GetUtcNow());
        var (status, retryAfter) = _answers.TryDequeue(out var next) ? next : (StatusCodes.Status200OK, null);
        if (status == 0)
        {
            context.Abort();
            return;
        }

        context.Response.StatusCode = status;
        context.Response.Headers.RetryAfter = retryAfter?.ToString(System.Globalization.CultureInfo.InvariantCulture);
        await context.Response.WriteAsync(status == StatusCodes.Status200OK ? """{"outcome": "applied"}""" : "");
    }
}
