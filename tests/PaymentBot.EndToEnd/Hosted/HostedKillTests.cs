using PaymentBot.Sandbox.Cloud.Azurite;
using PaymentBot.Testing;

namespace PaymentBot.EndToEnd.Hosted;

/// <summary>The process is killed while it waits for the storage inside a function: the request is held at a gate, so the moment is sure.</summary>
[Collection(HostedGroup.Name)]
public sealed class HostedKillTests(HostedFixture fixture) : IAsyncLifetime
{
    private TcpGate _queueGate = null!;
    private TcpGate _tableGate = null!;
    private HostedWorld _world = null!;

    public async Task InitializeAsync()
    {
        _queueGate = new TcpGate(fixture.Azurite.Ports[1]);
        _tableGate = new TcpGate(fixture.Azurite.Ports[2]);
        _world = await HostedWorld.StartAsync(fixture, NewAccount);
    }

    public async Task DisposeAsync()
    {
        await _world.DisposeAsync();
        await _queueGate.DisposeAsync();
        await _tableGate.DisposeAsync();
    }

    /// <summary>What the storage gets is held before it has an effect, or after: then the answer is lost.</summary>
    [Theory]
    [InlineData("ErpNotify", "/notifications/messages", false)]
    [InlineData("FanOut", "/deliveries/messages", false)]
    [InlineData("FanOut", "/deliveries/messages", true)]
    [InlineData("TelegramWebhook", "/decisions/messages", true)]
    public async Task Killed_at_the_queue_nothing_is_lost_and_nothing_doubled(
        string function,
        string path,
        bool takesEffect
    ) =>
        await KillAsync(
            function,
            _queueGate,
            line => line.StartsWith("POST", StringComparison.Ordinal) && line.Contains(path, StringComparison.Ordinal),
            takesEffect
        );

    [Theory]
    [InlineData("Deliver", "Cards", false)]
    [InlineData("SubmitDecision", "Decisions", true)]
    public async Task Killed_at_the_tables_nothing_is_lost_and_nothing_doubled(
        string function,
        string table,
        bool takesEffect
    )
    {
        using var begun = new FunctionBegin(_world.Host, function);
        await KillAsync(
            function,
            _tableGate,
            line => begun.IsTrue && line.Contains(table, StringComparison.Ordinal),
            takesEffect
        );
    }

    private async Task KillAsync(string function, TcpGate gate, Func<string, bool> wanted, bool takesEffect)
    {
        var process = _world.Host.WorkerProcessId;
        var held = gate.Hold(wanted, takesEffect);
        var id = await _world.Page.SendSampleAsync(1);
        var finished = _world.FinishAsync(id);
        await Task.WhenAny(held, finished).WaitAsync(Eventually.Limit);
        Assert.True(held.IsCompleted, $"{function} never asked the storage.\n{_world.Story}");
        _world.Host.KillWorker();
        await _world.UntilAsync(() => _world.Host.WorkerProcessId != process, "The handler was not started again.");
        gate.Release();
        await finished;
        Assert.Contains(
            _world.Host.Invocations,
            invocation => invocation.Function == function && !invocation.Succeeded
        );
        await _world.AssertNothingIsDoubledAsync(
            id,
            HostedWorld.Initiator,
            HostedWorld.BudgetHolder,
            HostedWorld.FinancialManager,
            HostedWorld.EnglishManager,
            HostedWorld.Treasurer
        );
        await _world.AssertNoPoisonAsync();
    }

    private AzuriteAccount NewAccount() => fixture.Azurite.NewAccount().Through(queues: _queueGate, tables: _tableGate);
}
