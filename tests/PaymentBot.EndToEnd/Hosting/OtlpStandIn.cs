using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using PaymentBot.Sandbox.Hosting;

namespace PaymentBot.EndToEnd.Hosting;

/// <summary>Stands in for an OTLP collector: takes whatever is posted and searches its bytes.</summary>
internal sealed class OtlpStandIn : IAsyncDisposable
{
    private readonly ConcurrentQueue<(string Path, byte[] Body)> _received = new();
    private readonly WebApplication _app;

    private OtlpStandIn()
    {
        Address = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{FreePort.Choose(0, "--port")}");
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls(Address);
        _app = builder.Build();
        _app.Run(TakeAsync);
    }

    public string Address { get; }

    public static async Task<OtlpStandIn> StartAsync()
    {
        var standIn = new OtlpStandIn();
        await standIn._app.StartAsync();
        return standIn;
    }

    /// <summary>Whether anything that came by this path contains the text.</summary>
    public bool Has(string path, string text) =>
        _received.Any(call =>
            string.Equals(call.Path, path, StringComparison.Ordinal)
            && call.Body.AsSpan().IndexOf(Encoding.UTF8.GetBytes(text)) >= 0
        );

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }

    private async Task TakeAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        _received.Enqueue((context.Request.Path, body.ToArray()));
        context.Response.ContentType = "application/x-protobuf";
    }
}
