using System.Net;
using Microsoft.Extensions.DependencyInjection;
using PaymentBot.Erp;
using PaymentBot.Erp.Snapshots;

namespace PaymentBot.Tests.Erp;

public sealed class ErpClientRegistrationTests
{
    private const string Key = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    [Fact]
    public async Task The_client_sends_through_the_handler_that_a_test_registers()
    {
        var erp = new RecordingHandler((_, _) => Task.FromResult(new HttpResponseMessage(HttpStatusCode.NotFound)));
        var services = new ServiceCollection();
        services.AddKeyedSingleton<HttpMessageHandler>(ErpClientRegistration.HandlerKey, erp);
        await using var provider = Add(services).BuildServiceProvider();

        await provider.GetRequiredService<ErpClient>().SubmitAsync(ErpClientTests.Decision, CancellationToken.None);

        Assert.Single(erp.Requests);
    }

    [Fact]
    public async Task Redirects_are_not_followed_by_default()
    {
        await using var provider = Add(new ServiceCollection()).BuildServiceProvider();

        var handler = provider.GetRequiredKeyedService<HttpMessageHandler>(ErpClientRegistration.HandlerKey);

        Assert.False(Assert.IsType<SocketsHttpHandler>(handler).AllowAutoRedirect);
    }

    private static IServiceCollection Add(IServiceCollection services)
    {
        services.AddLogging();
        services.AddSingleton(new SnapshotReader(TimeZoneInfo.Utc));
        return services.AddErpClient(new ErpClientOptions { DecisionUrl = "https://erp.example/", OutboundKey = Key });
    }
}
