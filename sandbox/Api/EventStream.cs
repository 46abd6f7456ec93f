using System.Text.Json.Nodes;
using System.Threading.Channels;
using PaymentBot.Sandbox.Hosting;

namespace PaymentBot.Sandbox.Api;

/// <summary><c>GET /sandbox/events</c>: server-sent events, one for every change. Says what to look at, not what it is now.</summary>
internal sealed class EventStream(SandboxApplication sandbox, CancellationToken stopping)
{
    // A slow reader loses old events; every event makes the page read all anew, so the newest are enough.
    private static readonly BoundedChannelOptions Buffer = new(256) { FullMode = BoundedChannelFullMode.DropOldest };

    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(15);

    public void Map(IEndpointRouteBuilder routes) => routes.MapGet("/sandbox/events", StreamAsync);

    private async Task StreamAsync(HttpContext context)
    {
        var channel = Channel.CreateBounded<SandboxChange>(Buffer);
        void Pass(SandboxChange change) => channel.Writer.TryWrite(change);
        sandbox.Telegram.Changes.Changed += Pass;
        sandbox.Erp.Changes.Changed += Pass;
        sandbox.Google.Changes.Changed += Pass;
        using var end = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, stopping);
        try
        {
            context.Response.ContentType = "text/event-stream";
            context.Response.Headers.CacheControl = "no-store";
            await context.Response.WriteAsync("retry: 1000\n\n", end.Token);
            await PumpAsync(context.Response, channel.Reader, end.Token);
        }
        catch (OperationCanceledException) when (end.IsCancellationRequested)
        {
            // The reader left, or the sandbox stops.
        }
        finally
        {
            sandbox.Telegram.Changes.Changed -= Pass;
            sandbox.Erp.Changes.Changed -= Pass;
            sandbox.Google.Changes.Changed -= Pass;
        }
    }

    private static async Task PumpAsync(
        HttpResponse response,
        ChannelReader<SandboxChange> changes,
        CancellationToken end
    )
    {
        await response.Body.FlushAsync(end);
        var waiting = WaitAsync(changes, end);
        while (!end.IsCancellationRequested)
        {
            var beat = Task.Delay(Heartbeat, TimeProvider.System, end);
            if (await Task.WhenAny(waiting, beat) == beat)
            {
                await beat;
                await response.WriteAsync(": alive\n\n", end);
            }
            else if (await waiting)
            {
                while (changes.TryRead(out var change))
                {
                    await response.WriteAsync(Format(change), end);
                }

                waiting = WaitAsync(changes, end);
            }

            await response.Body.FlushAsync(end);
        }
    }

    private static async Task<bool> WaitAsync(ChannelReader<SandboxChange> changes, CancellationToken end) =>
        await changes.WaitToReadAsync(end);

    private static string Format(SandboxChange change)
    {
        var data = new JsonObject
        {
            ["kind"] = change.Kind,
            ["chatId"] = change.ChatId,
            ["requestId"] = change.RequestId,
        };
        return $"data: {data.ToJsonString()}\n\n";
    }
}
