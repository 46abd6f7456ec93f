using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace PaymentBot.Benchmarks.StandIns;

/// <summary>Plays Telegram and the ERP with fixed answers, as fast as Kestrel can, after a set time.</summary>
internal sealed class FastStandIn : IAsyncDisposable
{
    private static readonly byte[] True = """{"ok":true,"result":true}"""u8.ToArray();
    private static readonly byte[] Applied = """{"outcome":"applied"}"""u8.ToArray();
    private static readonly byte[] Me =
        """{"ok":true,"result":{"id":7000000001,"is_bot":true,"first_name":"Bench","username":"bench_bot"}}"""u8.ToArray();
    private static readonly byte[] Message =
        """{"ok":true,"result":{"message_id":1,"date":1700000000,"chat":{"id":1000,"type":"private","first_name":"A"},"text":"a"}}"""u8.ToArray();

    private readonly WebApplication _server;
    private readonly TimeProvider _clock;
    private long _botApiCalls;

    private FastStandIn(WebApplication server, TimeProvider clock)
    {
        _server = server;
        _clock = clock;
        server.Run(AnswerAsync);
    }

    /// <summary>Calls of the Bot API so far.</summary>
    public long BotApiCalls => Interlocked.Read(ref _botApiCalls);

    /// <summary>How long every answer takes.</summary>
    public TimeSpan Latency { get; set; }

    public string Address => _server.Urls.First();

    public static async Task<FastStandIn> StartAsync(TimeProvider clock)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var standIn = new FastStandIn(builder.Build(), clock);
        await standIn._server.StartAsync();
        return standIn;
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        var path = context.Request.Path.Value!; // Kestrel always sets it.
        var answer = AnswerTo(path);
        if (Latency > TimeSpan.Zero)
        {
            await Task.Delay(Latency, _clock);
        }

        context.Response.ContentType = "application/json";
        context.Response.ContentLength = answer.Length;
        await context.Response.Body.WriteAsync(answer);
    }

    private byte[] AnswerTo(string path)
    {
        if (path.StartsWith("/erp", StringComparison.Ordinal))
        {
            return Applied;
        }

        Interlocked.Increment(ref _botApiCalls);
        return path[(path.LastIndexOf('/') + 1)..].ToLower(CultureInfo.InvariantCulture) switch
        {
            "getme" => Me,
            "answercallbackquery" or "deletemessage" => True,
            _ => Message,
        };
    }
}
