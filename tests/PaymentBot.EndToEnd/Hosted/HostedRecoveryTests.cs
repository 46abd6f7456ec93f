using System.Globalization;
using PaymentBot.EndToEnd.Processes;
using PaymentBot.Sandbox.Cloud.Azurite;
using PaymentBot.Sandbox.Cloud.FunctionsHost;
using PaymentBot.Sandbox.Cloud.FunctionsHost.Logging;
using PaymentBot.Testing;

namespace PaymentBot.EndToEnd.Hosted;

[Collection(HostedGroup.Name)]
public sealed class HostedRecoveryTests(HostedFixture fixture)
{
    [Fact]
    public async Task Storage_that_goes_and_comes_back_loses_nothing()
    {
        var folder = Directory.CreateTempSubdirectory("paymentbot-test-");
        var azurite = await AzuriteServer.StartAsync(Npm.Folder, folder.FullName);
        TcpGate[] gates = [.. azurite.Ports.Select(port => new TcpGate(port))];
        try
        {
            var account = azurite.Account(0).Through(gates[0], gates[1], gates[2]);
            await using var world = await HostedWorld.StartAsync(fixture, () => account);
            var id = await world.Page.SendSampleAsync(1);
            await world.Page.TapAsync(HostedWorld.BudgetHolder, HostedWorld.Approve);
            Array.ForEach(gates, gate => gate.Cut());
            await azurite.StopAsync();
            var second = await world.Page.SendSampleAsync(1);
            var ports = azurite.Ports;
            await azurite.DisposeAsync();
            azurite = await AzuriteServer.StartAsync(Npm.Folder, folder.FullName, ports);
            Array.ForEach(gates, gate => gate.Mend());
            await ApproveBothAsync(world, id, second);
        }
        finally
        {
            await azurite.DisposeAsync();
            await Task.WhenAll(gates.Select(gate => gate.DisposeAsync().AsTask()));
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task Wrong_setting_ends_the_host_with_the_sentence_of_the_worker()
    {
        var account = fixture.Azurite.NewAccount();
        var ended = await Assert.ThrowsAsync<FunctionsHostException>(() =>
            FunctionsHostDouble.StartAsync(
                new FunctionsHostOptions
                {
                    PublishFolder = fixture.PublishFolder,
                    AppSettings = new Dictionary<string, string>(StringComparer.Ordinal)
                    {
                        ["AzureWebJobsStorage"] = account.ConnectionString,
                    },
                }
            )
        );
        Assert.Contains("Exceeded language worker restart retry count", ended.Message, StringComparison.Ordinal);
        Assert.Contains("is missing", ended.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Function_that_hangs_is_told_to_end_and_its_message_comes_again()
    {
        var timings = HostedWorld.Timings with { FunctionTimeout = TimeSpan.FromSeconds(3) };
        await using var world = await HostedWorld.StartAsync(fixture, timings: timings);
        var process = world.Host.WorkerProcessId;
        world.Sandbox.Telegram.Latency = TimeSpan.FromMinutes(1);
        var id = await world.Page.SendSampleAsync(1);
        await world.UntilAsync(
            () =>
                world.Host.Invocations.Any(end =>
                    end.Function is "Deliver"
                    && end.Fault?.StartsWith("Timeout value", StringComparison.Ordinal) == true
                ),
            "No delivery was given up."
        );
        world.Sandbox.Telegram.Latency = TimeSpan.Zero;
        await world.FinishAsync(id);
        Assert.Equal(process, world.Host.WorkerProcessId);
        await world.AssertNothingIsDoubledAsync(id, HostedWorld.Initiator, HostedWorld.Treasurer);
    }

    [Fact]
    public async Task Host_that_dies_takes_its_worker_along_and_the_message_comes_to_another_when_its_lease_is_over()
    {
        var timings = HostedWorld.Timings with { Lease = TimeSpan.FromSeconds(4) };
        await using var world = await HostedWorld.StartAsync(fixture, timings: timings);
        var second = await world.Bot.AddInstanceAsync();
        using var begun = new FunctionBegin(second, "Deliver");
        world.Sandbox.Telegram.Latency = TimeSpan.FromMinutes(1);
        var ids = new List<string>();
        while (!begun.IsTrue)
        {
            ids.Add(await world.Page.SendSampleAsync(1));
            await world.UntilAsync(
                () => begun.IsTrue || world.Host.Log.Records.Any(record => IsDelivery(record, ids.Count)),
                "No delivery began."
            );
        }

        var worker = second.WorkerProcessId!.Value;
        await second.DisposeAsync();
        Assert.False(Directory.Exists(string.Create(CultureInfo.InvariantCulture, $"/proc/{worker}")));
        world.Sandbox.Telegram.Latency = TimeSpan.Zero;
        await ApproveBothAsync(world, ids);
    }

    [Fact]
    public async Task Host_that_is_told_to_stop_lets_its_functions_end_and_then_its_worker()
    {
        await using var world = await HostedWorld.StartAsync(fixture);
        var second = await world.Bot.AddInstanceAsync();
        var id = await world.Page.SendSampleAsync(1);
        await second.StopAsync();
        Assert.All(second.Invocations, invocation => Assert.True(invocation.Succeeded, world.Story));
        Assert.Contains(second.Log.Records, record => record.Message is "The worker ended itself with code 0.");
        await world.FinishAsync(id);
        await world.AssertNothingIsDoubledAsync(id, HostedWorld.Initiator, HostedWorld.Treasurer);
    }

    private static bool IsDelivery(HostLogRecord record, int count) =>
        count < 8 && record.Message.StartsWith("Executing 'Functions.Deliver'", StringComparison.Ordinal);

    private static async Task ApproveBothAsync(HostedWorld world, params IReadOnlyList<string> ids)
    {
        await using (var approvers = new EagerApprovers(world.Sandbox.Telegram))
        {
            approvers.LoseFaith();
            foreach (var id in ids)
            {
                await world.Page.StatusAsync(id, "approved");
            }
        }

        foreach (var id in ids)
        {
            await world.AssertNothingIsDoubledAsync(id, HostedWorld.Initiator, HostedWorld.Treasurer);
        }

        await world.AssertNoPoisonAsync();
    }
}
