using System.Text.Json;
using System.Text.Json.Nodes;
using PaymentBot.Sandbox.Hosting;
using PaymentBot.Testing;

namespace PaymentBot.EndToEnd.Processes;

public sealed class ServingTests : IAsyncLifetime
{
    private BotWorld _world = null!;

    public async Task InitializeAsync() => _world = await BotWorld.StartAsync();

    public async Task DisposeAsync() => await _world.DisposeAsync();

    [Fact]
    public async Task Command_line_says_where_to_listen_and_SIGTERM_ends_it_cleanly()
    {
        await using var bot = await _world.StartReadyBotAsync();
        Assert.Equal(0, await bot.TerminateAsync());
    }

    [Fact]
    public async Task Environment_says_where_to_listen()
    {
        _world.Settings["ASPNETCORE_URLS"] = _world.Url;
        await using var bot = ProgramProcess.Start(Built.Bot, [], _world.Settings, _world.Folder);
        await bot.WaitForAnswerAsync(_world.Health);
        Assert.Equal(0, await bot.TerminateAsync());
    }

    [Fact]
    public async Task Taken_address_is_one_plain_line()
    {
        await using var first = await _world.StartReadyBotAsync();
        await using var second = _world.StartBot();
        Assert.Equal(1, await second.WaitForExitAsync());
        Assert.Contains(_world.Url, string.Join('\n', second.Errors), StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", string.Join('\n', second.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Settings_come_from_local_settings_of_the_working_directory_and_the_environment_wins()
    {
        var values = new JsonObject();
        foreach (var (key, value) in _world.Settings)
        {
            values[key.Replace(":", "__", StringComparison.Ordinal)] = value;
        }

        values["Telegram__BotToken"] = "7000000002:AAwrongwrongwrongwrongwrongwrongwro";
        var file = new JsonObject { ["IsEncrypted"] = false, ["Values"] = values };
        await File.WriteAllTextAsync(Path.Combine(_world.Folder, "local.settings.json"), file.ToJsonString());
        var token = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["Telegram:BotToken"] = _world.Telegram.BotToken,
        };
        var set = await ProgramProcess.RunAsync(Built.Bot, ["webhook", "set"], token, _world.Folder);
        Assert.True(set.ExitCode == 0, set.Errors);
        var refused = await ProgramProcess.RunAsync(
            Built.Bot,
            ["webhook", "set"],
            new Dictionary<string, string?>(StringComparer.Ordinal),
            _world.Folder
        );
        Assert.Equal(1, refused.ExitCode);
    }

    [Theory]
    [InlineData("Polling")]
    [InlineData("Webhook")]
    public async Task Whole_approval_goes_by_itself_and_every_log_line_is_one_JSON_object(string updates)
    {
        _world.Settings["Telegram:Updates"] = updates;
        await _world.LinkEverybodyAsync();
        await using var bot = await _world.StartReadyBotAsync();
        if (updates is "Webhook")
        {
            Assert.Equal(0, (await _world.CommandAsync("webhook", "set")).ExitCode);
        }

        await using var approvers = new EagerApprovers(_world.Telegram);
        var id = _world.Erp.CreateSample(1);
        await _world.WaitForAsync(() => IsTold(id), () => bot.Everything);
        Assert.Equal(0, await bot.TerminateAsync());
        Assert.NotEmpty(bot.Output);
        Assert.All(
            bot.Output,
            line => Assert.Equal(JsonValueKind.Object, JsonDocument.Parse(line).RootElement.ValueKind)
        );
        Assert.Empty(bot.Errors);
        AssertNothingPrivateIn(bot.Everything);
        _world.AssertEveryCallWasValid();
    }

    private bool IsTold(string id) =>
        _world.Erp.Status(id) is "approved"
        && _world.LastMessage(SandboxPeople.Initiator.Telegram.Id, _world.NumberOf(id))?.Text.Plain is { } card
        && card.Contains("Ваша заявка согласована", StringComparison.Ordinal);

    private void AssertNothingPrivateIn(string log)
    {
        string[] secrets =
        [
            _world.Telegram.BotToken.Split(':')[1],
            BotSettings.WebhookSecret,
            _world.Settings["Erp:InboundKeys:0"]!,
            _world.Settings["Bot:SigningKey"]!,
            "Светлый офис",
            "канцеляр",
            "84300",
        ];
        Assert.All(secrets, secret => Assert.DoesNotContain(secret, log, StringComparison.Ordinal));
    }
}
