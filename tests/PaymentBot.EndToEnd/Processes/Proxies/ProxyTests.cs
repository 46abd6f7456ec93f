using System.Globalization;
using PaymentBot.Sandbox.Hosting;

namespace PaymentBot.EndToEnd.Processes.Proxies;

/// <summary>The bot's way to Telegram through proxies that are not ours, as commands, with a webhook and by polling.</summary>
public sealed class ProxyTests : IAsyncLifetime
{
    private BotWorld _world = null!;

    public async Task InitializeAsync()
    {
        _world = await BotWorld.StartAsync();
        _world.CallWebhook();
    }

    public async Task DisposeAsync() => await _world.DisposeAsync();

    [SkippableFact]
    public async Task Commands_go_through_a_socks_proxy_without_login()
    {
        await using var proxy = await Danted.StartAsync(wantsLogin: false);
        Use($"socks5://127.0.0.1:{Text(proxy.Port)}");

        var set = await _world.CommandAsync("webhook", "set");
        Assert.True(set.ExitCode == 0, set.Errors + proxy.Log);
        Assert.Contains(Text(_world.Telegram.Address.Port), proxy.Log, StringComparison.Ordinal);
        await DoctorIsContentAsync($"socks5://127.0.0.1:{Text(proxy.Port)}");
    }

    [SkippableFact]
    public async Task Bot_plays_an_approval_through_a_socks_proxy_with_login()
    {
        await using var proxy = await Danted.StartAsync(wantsLogin: true);
        Use($"socks5h://{Danted.Login}:{Uri.EscapeDataString(Danted.Password)}@127.0.0.1:{Text(proxy.Port)}");
        await DoctorIsContentAsync($"socks5://127.0.0.1:{Text(proxy.Port)}");
        await _world.LinkInsideAsync(SandboxPeople.All);
        await using var bot = await _world.StartReadyBotAsync();

        await ApproveAsync();

        Assert.DoesNotContain(Danted.Password, bot.Everything, StringComparison.Ordinal);
        // Telegram alone: the ERP was reached without it.
        Assert.DoesNotContain(Text(_world.Erp.Address.Port), proxy.Log, StringComparison.Ordinal);
        Assert.Contains(Text(_world.Telegram.Address.Port), proxy.Log, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task Bot_polls_through_an_http_proxy_with_login()
    {
        await using var proxy = await Tinyproxy.StartAsync();
        Use($"http://{Tinyproxy.Login}:{Tinyproxy.Password}@127.0.0.1:{Text(proxy.Port)}");
        await DoctorIsContentAsync($"http://127.0.0.1:{Text(proxy.Port)}");
        _world.Telegram.SetWebhook(null);
        _world.Settings["Telegram:Updates"] = "Polling";
        await _world.LinkInsideAsync(SandboxPeople.All);
        await using var bot = await _world.StartReadyBotAsync();

        await ApproveAsync();

        Assert.DoesNotContain(Tinyproxy.Password, bot.Everything, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task Doctor_tells_a_wrong_login_of_a_socks_proxy()
    {
        await using var proxy = await Danted.StartAsync(wantsLogin: true);
        Use($"socks5://{Danted.Login}:wrong-word@127.0.0.1:{Text(proxy.Port)}");
        await DoctorFindsAsync("does not accept the login");
        Use($"socks5://127.0.0.1:{Text(proxy.Port)}");
        await DoctorFindsAsync("");
    }

    [SkippableFact]
    public async Task Doctor_tells_a_socks_proxy_whose_rules_keep_the_bot_from_telegram()
    {
        await using var proxy = await Danted.StartAsync(wantsLogin: false, letsThrough: false);
        Use($"socks5://127.0.0.1:{Text(proxy.Port)}");
        await DoctorFindsAsync("it makes no connection to");
    }

    [SkippableTheory]
    [InlineData("bot:wrong-word@", "does not accept the login")]
    [InlineData("", "wants a login")]
    public async Task Doctor_tells_a_wrong_login_of_an_http_proxy(string login, string hint)
    {
        await using var proxy = await Tinyproxy.StartAsync();
        Use($"http://{login}127.0.0.1:{Text(proxy.Port)}");
        await DoctorFindsAsync(hint);
    }

    [Fact]
    public async Task Doctor_tells_a_proxy_whose_port_is_closed()
    {
        Use($"socks5://127.0.0.1:{Text(FreePort.Choose(0, "--port"))}");
        await DoctorFindsAsync("of Telegram__Proxy does not open");
    }

    [Fact]
    public async Task Doctor_tells_a_proxy_whose_name_does_not_resolve()
    {
        Use("socks5://nowhere.invalid:1080");
        await DoctorFindsAsync("does not resolve");
    }

    [Fact]
    public async Task Doctor_tells_what_is_no_proxy_of_that_kind()
    {
        Use($"socks5://127.0.0.1:{Text(_world.Telegram.Address.Port)}");
        await DoctorFindsAsync("");
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private void Use(string proxy) => _world.Settings["Telegram:Proxy"] = proxy;

    private async Task DoctorIsContentAsync(string proxy)
    {
        var seen = await _world.CommandAsync("doctor");
        Assert.True(seen.ExitCode == 0, seen.Output + seen.Errors);
        Assert.Contains($"ok   proxy: {proxy} lets the bot through", seen.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(Danted.Login + ":", seen.Output, StringComparison.Ordinal);
    }

    private async Task DoctorFindsAsync(string hint)
    {
        var seen = await _world.CommandAsync("doctor");
        Assert.Equal(1, seen.ExitCode);
        var complaint = seen
            .Output.Split('\n')
            .First(line => line.StartsWith("FIX  proxy: ", StringComparison.Ordinal));
        Assert.Contains(hint, complaint, StringComparison.Ordinal);
        Assert.DoesNotContain("wrong-word", seen.Output + seen.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", seen.Errors, StringComparison.Ordinal);
    }

    private async Task ApproveAsync()
    {
        var id = _world.Erp.CreateSample(1);
        await using var approvers = new EagerApprovers(_world.Telegram);
        await _world.WaitForAsync(
            () => _world.Erp.Status(id) is "approved",
            () => $"The request is {_world.Erp.Status(id)}."
        );
    }
}
