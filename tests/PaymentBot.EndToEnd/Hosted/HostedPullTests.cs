using PaymentBot.Sandbox.Hosting.Hosted;

namespace PaymentBot.EndToEnd.Hosted;

/// <summary>The published bot behind the host, and an ERP that fetches decisions.</summary>
[Collection(HostedGroup.Name)]
public sealed class HostedPullTests(HostedFixture fixture) : IAsyncLifetime
{
    private HostedWorld _world = null!;

    public async Task InitializeAsync() => _world = await HostedWorld.StartAsync(fixture, erpPulls: true);

    public async Task DisposeAsync() => await _world.DisposeAsync();

    [Fact]
    public async Task Whole_route_is_approved_by_an_erp_that_nobody_can_call()
    {
        var id = await _world.Page.SendSampleAsync(1);
        await _world.FinishAsync(id);
        await _world.AssertNothingIsDoubledAsync(id, HostedWorld.Initiator, HostedWorld.BudgetHolder);
        await _world.AssertNoPoisonAsync();
        var functions = _world
            .Host.Invocations.Select(invocation => invocation.Function)
            .ToHashSet(StringComparer.Ordinal);
        Assert.Contains("ErpDecisions", functions);
        Assert.Contains("ErpDecisionsAck", functions);
    }

    [Fact]
    public async Task Decision_that_another_instance_laid_ready_reaches_the_call_that_waits_here()
    {
        await _world.Bot.AddInstanceAsync();
        for (var count = 0; count < 2; count++)
        {
            var id = await _world.Page.SendSampleAsync(1);
            await _world.Page.ApproveAsync(id);
        }

        await _world.AssertNoPoisonAsync();
    }

    [Fact]
    public async Task Fetching_needs_the_functions_key()
    {
        _world.Sandbox.Erp.FunctionKey = "wrong";
        var id = await _world.Page.SendSampleAsync(1);
        using var http = new HttpClient();
        using var poll = await http.GetAsync(new Uri(_world.Host.Address, "/api/erp/decisions"));
        using var ack = await http.PostAsync(new Uri(_world.Host.Address, "/api/erp/decisions/ack"), null);
        Assert.Equal((401, 401), ((int)poll.StatusCode, (int)ack.StatusCode));
        _world.Sandbox.Erp.FunctionKey = HostedBot.FunctionKey;
        _world.Sandbox.Erp.ChangeAmount(id, "84301.00");
        await _world.FinishAsync(id);
    }
}
