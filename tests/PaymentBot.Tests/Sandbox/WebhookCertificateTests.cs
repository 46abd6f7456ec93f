using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using PaymentBot.Sandbox.Hosting;
using PaymentBot.Sandbox.Telegram;
using PaymentBot.Testing;

namespace PaymentBot.Tests.Sandbox;

/// <summary>The stand-in trusts the certificate it was given, and no other.</summary>
public sealed class WebhookCertificateTests : IAsyncLifetime
{
    private readonly X509Certificate2 _certificate = SelfSigned.OfLoopback();
    private readonly ConcurrentQueue<string> _updates = new();
    private TelegramStandIn _telegram = null!;
    private WebApplication _server = null!;

    public async Task InitializeAsync()
    {
        _telegram = await TelegramStandIn.StartAsync(
            new TelegramStandInOptions { Users = [.. SandboxPeople.All.Select(person => person.Telegram)] },
            TimeProvider.System
        );
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel =>
            kestrel.Listen(IPAddress.Loopback, 0, listen => listen.UseHttps(_certificate))
        );
        _server = builder.Build();
        _server.Run(ReceiveAsync);
        await _server.StartAsync();
    }

    public async Task DisposeAsync()
    {
        await _telegram.DisposeAsync();
        await _server.DisposeAsync();
        _certificate.Dispose();
    }

    [Fact]
    public async Task Update_comes_to_a_server_that_shows_the_certificate_given()
    {
        await SetAsync(_certificate.ExportCertificatePem());
        Say();
        await Eventually.IsAsync(() => Task.FromResult(!_updates.IsEmpty), Complaint);
    }

    [Fact]
    public async Task Server_with_another_certificate_gets_nothing()
    {
        using var other = SelfSigned.OfLoopback();
        await SetAsync(other.ExportCertificatePem());
        await IsRefusedAsync();
    }

    [Fact]
    public async Task Server_with_a_certificate_that_nobody_trusts_gets_nothing()
    {
        await SetAsync(null);
        await IsRefusedAsync();
    }

    [Fact]
    public async Task File_that_is_no_certificate_is_refused()
    {
        using var answer = await CallAsync("nonsense");
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    private async Task IsRefusedAsync()
    {
        Say();
        var info = string.Empty;
        using var http = new HttpClient();
        await Eventually.IsAsync(
            async () =>
            {
                info = await http.GetStringAsync(
                    new Uri(_telegram.Address, $"/bot{_telegram.BotToken}/getWebhookInfo")
                );
                return info.Contains("certificate verify failed", StringComparison.Ordinal);
            },
            () => info
        );
        Assert.Empty(_updates);
    }

    private void Say() =>
        _telegram.Actions.Say(SandboxPeople.BudgetHolder.Telegram.Id, SandboxPeople.BudgetHolder.Telegram.Id, "hello");

    private string Complaint() => "No update came.";

    private async Task SetAsync(string? pem)
    {
        using var answer = await CallAsync(pem);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }

    private async Task<HttpResponseMessage> CallAsync(string? pem)
    {
        using var http = new HttpClient();
        using var form = new MultipartFormDataContent();
        form.Add(new StringContent(_server.Urls.First()), "url");
        if (pem is not null)
        {
            form.Add(new StringContent(pem), "certificate", "public.pem");
        }

        return await http.PostAsync(new Uri(_telegram.Address, $"/bot{_telegram.BotToken}/setWebhook"), form);
    }

    private async Task ReceiveAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        _updates.Enqueue(await reader.ReadToEndAsync());
    }
}
