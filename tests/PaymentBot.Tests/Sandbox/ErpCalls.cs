using System.Collections.Concurrent;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using PaymentBot.Sandbox.Hosting;

namespace PaymentBot.Tests.Sandbox;

/// <summary>The bot's end of the ERP contract: keeps every call and answers as the test says.</summary>
internal sealed class ErpCalls : IAsyncDisposable
{
    private readonly WebApplication _server = LoopbackServer.Create(0);

    public ConcurrentQueue<ErpCall> Calls { get; } = new();

    /// <summary>Status and body for a call; 202 with nothing missing unless set.</summary>
    public Func<ErpCall, HttpResponse, string?> Answer { get; set; } = (_, _) => """{"missingAttachments":[]}""";

    public Uri Url { get; private set; } = null!;

    public static async Task<ErpCalls> StartAsync()
    {
        var calls = new ErpCalls();
        calls._server.Run(calls.ReceiveAsync);
        calls.Url = await LoopbackServer.StartAsync(calls._server, default);
        return calls;
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private async Task ReceiveAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        var headers = context.Request.Headers;
        var call = new ErpCall(
            $"{context.Request.Method} {context.Request.Path}",
            body.ToArray(),
            headers["webhook-id"].ToString(),
            headers["webhook-timestamp"].ToString(),
            headers["webhook-signature"].ToString()
        );
        Calls.Enqueue(call);
        context.Response.StatusCode = context.Request.Method is "PUT" ? 201 : 202;
        var answer = Answer(call, context.Response);
        if (answer is not null)
        {
            await context.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(answer));
        }
    }

    internal sealed record ErpCall(string Line, byte[] Body, string Id, string Timestamp, string Signature)
    {
        public JsonObject Json => (JsonObject)JsonNode.Parse(Body)!;
    }
}
