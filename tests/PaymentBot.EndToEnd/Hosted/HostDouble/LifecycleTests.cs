using System.Globalization;
using PaymentBot.Sandbox.Cloud.FunctionsHost;
using PaymentBot.Sandbox.Cloud.FunctionsHost.Handler;
using PaymentBot.Sandbox.Cloud.FunctionsHost.Logging;
using PaymentBot.Testing;

namespace PaymentBot.EndToEnd.Hosted.HostDouble;

[Collection(DoubleGroup.Name)]
public sealed class LifecycleTests(DoubleFixture fixture) : IAsyncLifetime
{
    private static readonly string[] Inherited = ["PATH", "HOME", "TMPDIR"];

    private readonly HandlerWorld _world = new(fixture.Azurite);

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _world.DisposeAsync();

    [Fact]
    public async Task Third_crash_ends_the_host_and_it_repeats_what_the_handler_wrote()
    {
        _world.Settings["HANDLER_EXIT"] = "1";
        _world.Settings["HANDLER_SENTENCE"] = "Erp__OutboundKey is missing.";
        var ended = await Assert.ThrowsAsync<FunctionsHostException>(_world.StartAsync);
        Assert.Contains("Exceeded http worker restart retry count", ended.Message, StringComparison.Ordinal);
        Assert.Contains("Erp__OutboundKey is missing.", ended.Message, StringComparison.Ordinal);
        Assert.Equal(3, _world.Notes.Count);
    }

    [Fact]
    public async Task Crash_while_it_works_fails_the_message_and_the_handler_is_started_again()
    {
        await using var host = await _world.StartAsync();
        await _world.SendAsync("""{"do":"crash"}""");
        await _world.CountAsync("work-poison", 1);
        await _world.SendAsync("""{"do":"ok"}""");
        await _world.CountAsync("work", 0);
        Assert.False(host.Stopped.IsCompleted);
        Assert.Equal(3, _world.Notes.Select(note => (int)note["pid"]!).Distinct().Count());
    }

    [Fact]
    public async Task Third_crash_within_the_window_ends_a_running_host()
    {
        await using var host = await _world.StartAsync();
        await _world.SendAsync("""{"do":"crash"}""");
        await _world.CountAsync("work-poison", 1);
        Assert.False(host.Stopped.IsCompleted);
        await _world.SendAsync("""{"do":"crash"}""");
        Assert.Contains("Exceeded", await host.Stopped.WaitAsync(Eventually.Limit), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Code_200_is_a_wish_to_be_restarted_and_never_counts()
    {
        await using var host = await _world.StartAsync();
        for (var count = 0; count < 3; count++)
        {
            await _world.SendAsync("""{"do":"restart"}""");
            await _world.CountAsync("work", 0);
        }

        await _world.SendAsync("{}");
        await _world.CountAsync("work", 0);
        Assert.False(host.Stopped.IsCompleted);
    }

    [Fact]
    public async Task Code_0_is_never_followed_by_a_restart()
    {
        await using var host = await _world.StartAsync();
        await _world.SendAsync("""{"do":"leave"}""");
        await _world.CountAsync("work-poison", 1);
        await _world.SendAsync("{}");
        await _world.CountAsync("work-poison", 2);
        Assert.Single(_world.Notes);
        Assert.Contains(host.Invocations, end => end.Fault!.Contains("refused", StringComparison.OrdinalIgnoreCase));
        Assert.False(host.Stopped.IsCompleted);
    }

    [Fact]
    public async Task Handler_that_opens_no_port_is_given_three_chances()
    {
        _world.Write("handler", "#!/bin/sh\necho x >> \"$HANDLER_NOTES\"\nexec sleep 600\n");
        _world.Timings = _world.Timings with { InitializationTimeout = TimeSpan.FromMilliseconds(300) };
        var ended = await Assert.ThrowsAsync<FunctionsHostException>(_world.StartAsync);
        Assert.Contains("Exceeded", ended.Message, StringComparison.Ordinal);
        Assert.Equal("x\nx\nx\n", await File.ReadAllTextAsync(_world.Settings["HANDLER_NOTES"]));
    }

    [Fact]
    public async Task Handler_has_the_settings_it_was_given_and_what_the_host_adds()
    {
        await using var host = await _world.StartAsync();
        var line = host.Log.Console.First(record => record.Message.StartsWith("listening", StringComparison.Ordinal));
        Assert.Equal(HostLogLevel.Information, line.Level);
        var names = line.Message.Split(": ")[1].Split(' ').Except(["PWD", "SHLVL", "_", "OLDPWD"]);
        string[] expected =
        [
            .. new[]
            {
                "AzureWebJobsStorage",
                "FUNCTIONS_APP_ROOT_PATH",
                "FUNCTIONS_CUSTOMHANDLER_PORT",
                "FUNCTIONS_CUSTOMHANDLER_WORKER_ID",
                "FUNCTIONS_HTTPWORKER_PORT",
                "HANDLER_NOTES",
            },
            .. Inherited.Where(Environment.GetEnvironmentVariables().Contains),
        ];
        Assert.Equal(expected.Order(StringComparer.Ordinal), names.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Standard_error_is_an_error_unless_it_says_warn()
    {
        await using var host = await _world.StartAsync();
        await Eventually.IsAsync(
            () => Task.FromResult(host.Log.Console.Count() == 3),
            () => string.Join('\n', host.Log.Records)
        );
        Assert.Equal(
            ["Warning a warning on stderr", "Error something bad on stderr"],
            host.Log.Console.Where(record => record.Level != HostLogLevel.Information)
                .Select(record => $"{record.Level} {record.Message}")
        );
        Assert.Contains(host.Log.Records, record => record.Category is "LanguageWorkerConsoleLog");
    }

    [Fact]
    public async Task Stop_kills_the_handler()
    {
        var host = await _world.StartAsync();
        var id = host.HandlerProcessId!.Value;
        Assert.True(Directory.Exists(Proc(id)));
        await host.StopAsync();
        Assert.False(Directory.Exists(Proc(id)));
    }

    [Fact]
    public void Errors_further_apart_than_the_window_are_not_added_up()
    {
        var now = DateTimeOffset.UnixEpoch;
        var errors = new ErrorCount(TimeSpan.FromMinutes(30));
        Assert.True(errors.Add(now));
        Assert.True(errors.Add(now.AddMinutes(30)));
        Assert.True(errors.Add(now.AddMinutes(61)));
        Assert.True(errors.Add(now.AddMinutes(62)));
        Assert.False(errors.Add(now.AddMinutes(63)));
    }

    private static string Proc(int id) => string.Create(CultureInfo.InvariantCulture, $"/proc/{id}");
}
