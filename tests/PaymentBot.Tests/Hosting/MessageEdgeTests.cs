using Microsoft.AspNetCore.Builder;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using PaymentBot.Functions.Queues;
using PaymentBot.Functions.StandAlone;
using PaymentBot.Functions.Timers;
using PaymentBot.Storage;
using PaymentBot.Testing;
using PaymentBot.Tests.App.Support;

namespace PaymentBot.Tests.Hosting;

/// <summary>The functions with a queue, called as the worker calls them.</summary>
public sealed class MessageEdgeTests : IAsyncDisposable
{
    private const string Id = "52d53c5f-e212-4a4c-b2cb-2b3ddb1bd9a5";
    private const string Idle = """{"v":1,"data":{"kind":"Card","requestKey":"none","recipient":"nobody"}}""";

    private readonly string _folder = Directory.CreateTempSubdirectory("paymentbot-edge-").FullName;
    private readonly RecordedBodies _bodies = new();
    private readonly ManualTimeProvider _clock = new();
    private readonly CapturedLogs _logs = new();
    private readonly TaskCompletionSource _entered = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly WebApplication _bot;

    public MessageEdgeTests()
    {
        var settings = HostedSettings.Create();
        settings["Storage:Provider"] = "Sqlite";
        settings["Storage:SqlitePath"] = Path.Combine(_folder, "bot.db");

        // Not started: only its functions are called.
        _bot = BotHost.Build(settings, "http://127.0.0.1:0", Replace);
    }

    public async ValueTask DisposeAsync()
    {
        await _bot.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Work_that_is_done_forgets_its_body()
    {
        await Get<FanOutFunction>().RunAsync("""{"v":1,"data":{"requestKey":"none"}}""", Id, 1, CancellationToken.None);
        await DeliverAsync(Idle);
        await Get<SubmitDecisionFunction>()
            .RunAsync(
                """{"v":1,"data":{"requestKey":"none","rowKey":"none","decisionId":"none"}}""",
                Id,
                1,
                CancellationToken.None
            );

        Assert.Equal(3, _bodies.Read.Count);
        Assert.Equal(_bodies.Read, _bodies.Forgotten);
    }

    [Fact]
    public async Task Long_body_is_fetched_and_forgotten_after_success()
    {
        const string pointer = """{"v":1,"blob":"messages/0"}""";
        _bodies.Blobs[pointer] = Idle;

        await DeliverAsync(pointer);

        Assert.Equal(pointer, Assert.Single(_bodies.Forgotten));
    }

    [Fact]
    public async Task Body_that_cannot_be_forgotten_does_not_undo_the_work()
    {
        _bodies.Sticks = true;

        await DeliverAsync(Idle);

        Assert.Contains(_logs.Lines, line => line.Contains("could not be removed", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("hello")]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{")]
    [InlineData("""{"v":2,"data":{}}""")]
    [InlineData("""{"data":{}}""")]
    [InlineData("""{"v":1,"traceparent":7,"data":{"kind":"Card","requestKey":"none","recipient":"nobody"}}""")]
    public async Task What_is_no_job_fails_so_that_it_ends_as_poison(string text)
    {
        await Assert.ThrowsAsync<WorkFailedException>(() => DeliverAsync(text));
        Assert.Empty(_bodies.Forgotten);
    }

    [Theory]
    [InlineData("""{"v":1,"traceparent":"00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",""")]
    [InlineData("""{"v":1,"traceparent":"hello",""")]
    [InlineData("""{"new":{"traceparent":"x"},"v":1,"more":[1],""")]
    public Task Text_with_more_at_its_top_is_read(string head) => DeliverAsync(head + Idle["""{"v":1,""".Length..]);

    [Fact]
    public async Task Failure_is_logged_with_message_and_attempt_and_tells_whoever_called_nothing()
    {
        var failure = await Assert.ThrowsAsync<WorkFailedException>(() =>
            Get<DeliverFunction>().RunAsync("""{"v":1,"data":{"kind":"Hush"}}""", Id, 3, CancellationToken.None)
        );

        Assert.Null(failure.InnerException);
        Assert.DoesNotContain("Hush", failure.ToString(), StringComparison.OrdinalIgnoreCase);
        var line = Assert.Single(_logs.Lines, line => line.StartsWith("Error", StringComparison.Ordinal));
        Assert.Contains($"{Id} failed, attempt 3.", line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Work_that_takes_too_long_is_ended_before_the_host_kills_the_process()
    {
        Hang(obedient: true);
        var work = DeliverAsync(Idle);
        await _entered.Task;

        _clock.Advance(WorkLimit.OfTheHost.Most);

        await Assert.ThrowsAsync<WorkFailedException>(() => work);
        Assert.True(WorkLimit.OfTheHost.Most + WorkLimit.OfTheHost.Grace < TimeSpan.FromMinutes(5));
    }

    [Fact]
    public async Task Work_that_does_not_end_when_told_is_left_behind()
    {
        Hang(obedient: false);
        var work = DeliverAsync(Idle);
        await _entered.Task;

        _clock.Advance(WorkLimit.OfTheHost.Most + WorkLimit.OfTheHost.Grace);

        await Assert.ThrowsAsync<WorkFailedException>(() => work);
    }

    [Fact]
    public async Task Host_that_goes_away_ends_the_work()
    {
        Hang(obedient: true);
        using var host = new CancellationTokenSource();
        var work = DeliverAsync(Idle, host.Token);
        await _entered.Task;

        await host.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => work);
    }

    [Fact]
    public async Task Timer_runs()
    {
        await Get<HousekeepingFunction>().RunAsync(new TimerInfo { IsPastDue = true }, CancellationToken.None);

        Assert.Contains(_logs.Lines, line => line.Contains("Housekeeping forgot", StringComparison.Ordinal));
    }

    [Fact]
    public void Triggers_name_the_queues_the_store_has() =>
        Assert.Equal(
            Enum.GetNames<QueueName>().Select(name => name.ToLowerInvariant()).Order(StringComparer.Ordinal),
            new[] { QueueNames.Notifications, QueueNames.Deliveries, QueueNames.Decisions }.Order(
                StringComparer.Ordinal
            )
        );

    private T Get<T>()
        where T : notnull => _bot.Services.GetRequiredService<T>();

    private Task DeliverAsync(string text, CancellationToken cancellationToken = default) =>
        Get<DeliverFunction>().RunAsync(text, Id, 1, cancellationToken);

    private void Hang(bool obedient) =>
        _bodies.BeforeRead = token =>
        {
            _entered.SetResult();
            return Task.Delay(Timeout.InfiniteTimeSpan, _clock, obedient ? token : CancellationToken.None);
        };

    private void Replace(IServiceCollection services)
    {
        services.AddSingleton<IQueueBodies>(_bodies).AddSingleton(WorkLimit.OfTheHost);
        services.AddSingleton<TimeProvider>(_clock);
        services.RemoveAll<ILoggerProvider>().AddSingleton<ILoggerProvider>(_logs);
    }
}
