using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
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
        await using var provider = Add(services, "https://erp.example/", Key, 20).BuildServiceProvider();

        await provider.GetRequiredService<ErpClient>().SubmitAsync(ErpClientTests.Decision, CancellationToken.None);

        Assert.Single(erp.Requests);
    }

    [Fact]
    public async Task Redirects_are_not_followed_by_default()
    {
        await using var provider = Add(new ServiceCollection(), "https://erp.example/", Key, 20).BuildServiceProvider();

        var handler = provider.GetRequiredKeyedService<HttpMessageHandler>(ErpClientRegistration.HandlerKey);

        Assert.False(Assert.IsType<SocketsHttpHandler>(handler).AllowAutoRedirect);
    }

    [Theory]
    [InlineData("", Key, 20, "Erp__DecisionUrl")]
    [InlineData("/decisions", Key, 20, "Erp__DecisionUrl")]
    [InlineData("ftp://erp.example/", Key, 20, "Erp__DecisionUrl")]
    [InlineData("https://user:pass@erp.example/", Key, 20, "Erp__DecisionUrl")]
    [InlineData("https://erp.example/", "", 20, "Erp__OutboundKey")]
    [InlineData("https://erp.example/", "hunter2", 20, "Erp__OutboundKey")]
    [InlineData("https://erp.example/", Key, 0, "Erp__Timeout")]
    [InlineData("https://erp.example/", Key, 121, "Erp__Timeout")]
    public void A_wrong_setting_is_named_and_its_value_is_not(string url, string key, int seconds, string setting)
    {
        using var provider = Add(new ServiceCollection(), url, key, seconds).BuildServiceProvider();

        var error = Assert.Throws<OptionsValidationException>(() => provider.GetRequiredService<ErpClient>());

        Assert.Contains(setting, Assert.Single(error.Failures), StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("pass@", error.Message, StringComparison.Ordinal);
    }

    private static IServiceCollection Add(IServiceCollection services, string url, string key, int seconds)
    {
        var options = new ErpClientOptions
        {
            DecisionUrl = url,
            OutboundKey = key,
            Timeout = TimeSpan.FromSeconds(seconds),
        };
        services.AddLogging();
        services.AddSingleton(new SnapshotReader(TimeZoneInfo.Utc));
        services.AddSingleton<IOptionsFactory<ErpClientOptions>>(provider => new Fixed(
            options,
            provider.GetServices<IValidateOptions<ErpClientOptions>>()
        ));
        return services.AddOptions().AddErpClient();
    }

    private sealed class Fixed(ErpClientOptions options, IEnumerable<IValidateOptions<ErpClientOptions>> validators)
        : OptionsFactory<ErpClientOptions>([], [], validators)
    {
        protected override ErpClientOptions CreateInstance(string name) => options;
    }
}
