using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PaymentBot.Bot.Profile;
using PaymentBot.Sandbox.Telegram;

namespace PaymentBot.Tests.App.Inbox;

public sealed class ProfileTests : InboxTest
{
    private BotProfile Profile => Bot.Services.GetRequiredService<BotProfile>();

    private int Sets =>
        Bot.Telegram.Tape.Calls.Count(call => call.Call.Method.StartsWith("set", StringComparison.Ordinal));

    [Fact]
    public async Task Everything_is_set_once_for_every_scope_and_language()
    {
        await Profile.ApplyAsync(CancellationToken.None);

        var commands = Bot.Telegram.StandIn.Commands;
        Assert.Equal(8, commands.Count);
        Assert.Contains("Что ждёт вашего решения", Text(commands["all_private_chats/ru"]), StringComparison.Ordinal);
        Assert.Contains("What waits for your decision", Text(commands["all_private_chats/"]), StringComparison.Ordinal);
        Assert.Contains("bind", Text(commands["all_chat_administrators/"]), StringComparison.Ordinal);
        Assert.Equal(13, Sets);

        await Profile.ApplyAsync(CancellationToken.None);
        Assert.Equal(13, Sets);
    }

    [Fact]
    public async Task What_was_found_right_is_not_looked_at_again_for_two_days()
    {
        await Profile.KeepAsync(CancellationToken.None);
        var calls = Bot.Telegram.Tape.Calls.Count;

        await Bot.RestartAsync();
        await Profile.KeepAsync(CancellationToken.None);
        Assert.Equal(calls, Bot.Telegram.Tape.Calls.Count);

        Bot.Clock.Advance(TimeSpan.FromDays(2.1));
        await Profile.KeepAsync(CancellationToken.None);
        Assert.Equal(calls + 13, Bot.Telegram.Tape.Calls.Count);
        Assert.Equal(13, Sets);
    }

    [Fact]
    public async Task Failure_is_logged_and_the_next_start_tries_again()
    {
        Bot.Telegram.StandIn.Faults.Add(new TelegramFault(500, Method: "setMyDescription"));
        var services = Bot.Services;
        using var keeper = new ProfileKeeper(services, services.GetRequiredService<ILogger<ProfileKeeper>>());

        await keeper.StartAsync(CancellationToken.None);
        await keeper.ExecuteTask!;
        Assert.Contains(
            Bot.Logs.Lines,
            line => line.Contains("setMyDescription answered 500", StringComparison.Ordinal)
        );

        await Profile.KeepAsync(CancellationToken.None);
        Assert.Equal(14, Sets);
    }

    private static string Text(string json) =>
        string.Join(
            '\n',
            JsonNode.Parse(json)!.AsArray().Select(command => $"{command!["command"]} {command["description"]}")
        );
}
