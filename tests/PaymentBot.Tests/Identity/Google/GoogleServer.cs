using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using PaymentBot.Bot.SignIn.Google;
using PaymentBot.Sandbox.Hosting;

namespace PaymentBot.Tests.Identity.Google;

/// <summary>Google's end of a sign-in on the loopback: answers as the test says and keeps what came.</summary>
internal sealed class GoogleServer : IAsyncDisposable
{
    private readonly WebApplication _server = LoopbackServer.Create(0);
    private Uri _address = new("http://127.0.0.1");

    /// <summary>The forms that came to the token and the revocation address, and the addresses.</summary>
    public ConcurrentQueue<(string Target, IReadOnlyDictionary<string, string> Form)> Calls { get; } = new();

    public int CertificateReads { get; private set; }

    /// <summary>Status and body of the token address.</summary>
    public (int Status, string Body) TokenAnswer { get; set; } = (200, "{}");

    /// <summary>Status and body of the certificates address.</summary>
    public (int Status, string Body) Certificates { get; set; } = (200, """{"keys":[]}""");

    /// <summary>Status and body of the revocation address.</summary>
    public (int Status, string Body) RevokeAnswer { get; set; } = (200, "");

    /// <summary>Where the answers say the caller should go instead.</summary>
    public string? Redirect { get; set; }

    public static async Task<GoogleServer> StartAsync()
    {
        var server = new GoogleServer();
        server._server.Run(server.AnswerAsync);
        server._address = await LoopbackServer.StartAsync(server._server, default);
        return server;
    }

    public GoogleOptions Options(params string[] domains) =>
        new()
        {
            ClientId = IdTokenForge.ClientId,
            ClientSecret = "the-secret",
            AllowedDomains = domains,
            RedirectUri = new Uri("https://bot.example.ru/api/oauth/callback"),
            TokenUrl = new Uri(_address, "/token").AbsoluteUri,
            CertificatesUrl = new Uri(_address, "/certs").AbsoluteUri,
            RevokeUrl = new Uri(_address, "/revoke").AbsoluteUri,
        };

    public void AnswerWith(JsonObject tokens) => TokenAnswer = (200, tokens.ToJsonString());

    public void RefuseWith(int status, string error) =>
        TokenAnswer = (
            status,
            new JsonObject { ["error"] = error, ["error_description"] = "Bad code-1" }.ToJsonString()
        );

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        var (status, body) = context.Request.Path.Value switch
        {
            "/token" => await TakeAsync(context, TokenAnswer),
            "/revoke" => await TakeAsync(context, RevokeAnswer),
            "/certs" => ReadCertificates(),
            _ => (404, ""),
        };
        context.Response.StatusCode = Redirect is null ? status : 307;
        context.Response.Headers.Location = Redirect;
        await context.Response.WriteAsync(body);
    }

    private (int Status, string Body) ReadCertificates()
    {
        CertificateReads++;
        return Certificates;
    }

    private async Task<(int Status, string Body)> TakeAsync(HttpContext context, (int Status, string Body) answer)
    {
        var form = await context.Request.ReadFormAsync();
        var target = $"{context.Request.Method} {context.Request.Path}{context.Request.QueryString}";
        Calls.Enqueue((target, form.ToDictionary(field => field.Key, field => field.Value.ToString())));
        return answer;
    }
}
