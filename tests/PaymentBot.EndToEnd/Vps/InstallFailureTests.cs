using PaymentBot.Testing;

namespace PaymentBot.EndToEnd.Vps;

/// <summary>The script is stopped in the middle and run again: nothing half done may count as done.</summary>
public sealed class InstallFailureTests
{
    private const int Every = 15;
    private const int Kills = 5;

    [Fact]
    public async Task Run_after_a_failure_of_any_command_ends_in_the_same_files()
    {
        int calls;
        IReadOnlyList<string> expected;
        using (var whole = new Server())
        {
            expected = await FinishAsync(whole);
            calls = whole.Calls.Count;
        }

        var stops = Enumerable.Range(0, calls / Every).Select(i => (i * Every) + Random.Shared.Next(1, Every + 1));
        await Parallel.ForEachAsync(
            stops,
            new ParallelOptions { MaxDegreeOfParallelism = 2 },
            async (stop, _) =>
            {
                using var server = new Server();
                server.FailAt(stop);
                await server.RunAsync(Arguments(server));
                server.FailAt(null);

                Assert.True(
                    expected.SequenceEqual(await FinishAsync(server)),
                    $"It differs after the failure of call {stop}."
                );
                AssertTold(server);
            }
        );
    }

    [Fact]
    public async Task Run_after_being_killed_in_any_step_ends_in_the_same_files()
    {
        using var whole = new Server();
        var expected = await FinishAsync(whole);
        string[] steps =
        [
            "user",
            "settings",
            "secrets",
            "certificate",
            "program",
            "service",
            "backup",
            "nginx",
            "letsencrypt",
            "start",
        ];

        Random.Shared.Shuffle(steps);
        await Parallel.ForEachAsync(
            steps.Take(Kills),
            new ParallelOptions { MaxDegreeOfParallelism = 2 },
            async (step, _) =>
            {
                using var server = new Server();
                var command = Random.Shared.Next(1, 40);
                server.KillAt(step, command);
                await server.RunAsync(Arguments(server));
                server.KillNoMore();

                Assert.True(
                    expected.SequenceEqual(await FinishAsync(server)),
                    $"It differs after a kill in {step} at {command}."
                );
                AssertTold(server);
            }
        );
    }

    private static string[] Arguments(Server server) =>
        [
            "--domain",
            "bot.example.ru",
            "--package",
            File.Exists(Path.Combine(server.Root, "..", "one.zip"))
                ? Path.Combine(server.Root, "..", "one.zip")
                : server.Package("one"),
        ];

    private static async Task<IReadOnlyList<string>> FinishAsync(Server server)
    {
        var arguments = Arguments(server);

        // What a killed run had just started may still be at work.
        await Eventually.IsAsync(
            async () => (await server.RunAsync(arguments)).ExitCode == 0,
            () => string.Join('\n', server.Calls.TakeLast(5))
        );
        return [.. server.Snapshot().Where(line => !line.Contains(".zip", StringComparison.Ordinal))];
    }

    /// <summary>Whoever has to read a new file was told after it had come.</summary>
    private static void AssertTold(Server server)
    {
        Assert.Contains("systemctl restart paymentbot.service", server.Calls);
        Assert.Contains("systemctl reload-or-restart nginx.service", server.Calls);
        Assert.Empty(Directory.GetFiles(server.PathOf("/etc/paymentbot/setup/pending")));
    }
}
