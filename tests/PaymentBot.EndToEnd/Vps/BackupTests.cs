using System.Globalization;
using PaymentBot.Approvals;
using PaymentBot.Bot.Requests;
using PaymentBot.EndToEnd.Processes;
using PaymentBot.Storage;
using PaymentBot.Storage.Sqlite;
using PaymentBot.Testing;

namespace PaymentBot.EndToEnd.Vps;

/// <summary>The operator's <c>backup</c> and <c>restore</c>, with a bot that works and people who tap.</summary>
public sealed class BackupTests : IAsyncLifetime
{
    private const int Requests = 12;

    private readonly Troupe _troupe = new(casts: 4);
    private BotWorld _world = null!;

    private string Database => Path.Combine(_world.Folder, "bot.db");

    public async Task InitializeAsync()
    {
        _world = await BotWorld.StartAsync(_troupe.Users, _troupe.People);
        await _world.LinkInsideAsync(_troupe.Links);
    }

    public async Task DisposeAsync() => await _world.DisposeAsync();

    [Fact]
    public async Task Copy_taken_while_taps_come_in_has_every_decision_that_was_confirmed_before()
    {
        await using var approvers = new EagerApprovers(_world.Telegram);
        var ids = new List<string>();
        List<string> confirmed;
        var copy = Path.Combine(_world.Folder, "copy.db");
        await using (var bot = await _world.StartReadyBotAsync())
        {
            _world.CallWebhook();
            ids.AddRange(Enumerable.Range(0, Requests).Select(index => _world.Erp.Create(_troupe.Request(index))));
            await _world.WaitForAsync(() => Confirmed(ids).Count >= Requests / 2, () => bot.Everything);
            confirmed = Confirmed(ids);
            var saved = Tool.Succeeded(await _world.CommandAsync("backup", copy));
            Assert.EndsWith("bytes, checked", saved.Output, StringComparison.Ordinal);
            Assert.Equal(0, await bot.TerminateAsync());
        }

        var kept = await DecisionsAsync(Database);
        Tool.Succeeded(await _world.CommandAsync("restore", copy));

        var restored = await DecisionsAsync(Database);
        Assert.All(
            confirmed,
            id => Assert.Contains(restored, row => row.StartsWith(KeyOf(id), StringComparison.Ordinal))
        );
        Assert.Subset(kept, restored);
        var before = Assert.Single(Directory.GetFiles(_world.Folder, "bot.db.before-restore-*"));
        Assert.Equal(kept, await DecisionsAsync(before));

        await using var again = await _world.StartReadyBotAsync();
        Assert.Equal(0, await again.TerminateAsync());
    }

    [Fact]
    public async Task Restore_refuses_while_the_bot_runs()
    {
        var copy = Path.Combine(_world.Folder, "copy.db");
        await using var bot = await _world.StartReadyBotAsync();
        Tool.Succeeded(await _world.CommandAsync("backup", copy));

        var refused = await _world.CommandAsync("restore", copy);

        Assert.Equal(1, refused.ExitCode);
        Assert.Contains("Stop it first", refused.Output, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(_world.Folder, "*.before-restore-*"));
        Assert.Equal(0, await bot.TerminateAsync());
        Tool.Succeeded(await _world.CommandAsync("restore", copy));
    }

    [Fact]
    public async Task Backup_needs_no_secret_and_never_replaces_a_file()
    {
        var storage = _world.Settings.Where(pair => pair.Key.StartsWith("Storage:", StringComparison.Ordinal));
        var settings = new Dictionary<string, string?>(storage, StringComparer.Ordinal);
        var copy = Path.Combine(_world.Folder, "copy.db");

        var first = await ProgramProcess.RunAsync(Built.Bot, ["backup", copy], settings, _world.Folder);
        var second = await ProgramProcess.RunAsync(Built.Bot, ["backup", copy], settings, _world.Folder);

        Tool.Succeeded(first);
        Assert.Equal(1, second.ExitCode);
        Assert.Contains("exists already", second.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Script_of_the_timer_keeps_the_newest_copies()
    {
        using var server = new Server();
        await server.SetUpAsync("--domain", "bot.example.ru", "--keep-backups", "3");
        var folder = Directory.CreateDirectory(Path.Combine(_world.Folder, "copies")).FullName;
        for (var day = 1; day <= 5; day++)
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"paymentbot-2026010{day}T031500Z.db");
            await File.WriteAllTextAsync(Path.Combine(folder, name), "old");
        }

        var program = Path.Combine(_world.Folder, "program");
        await File.WriteAllTextAsync(program, "#!/bin/sh\necho new >\"$2\"\n");
        File.SetUnixFileMode(program, (UnixFileMode)0b111_101_101);
        var script = (await File.ReadAllTextAsync(server.PathOf("/usr/local/lib/paymentbot/backup"))).Replace(
            "[ \"$(id -u)\" -eq 0 ]",
            "false",
            StringComparison.Ordinal
        );
        var settings = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["PAYMENTBOT_BACKUPS"] = folder,
            ["PAYMENTBOT_PROGRAM"] = program,
        };

        Tool.Succeeded(await Tool.RunAsync("sh", settings, "-c", script));

        var left = Directory.GetFiles(folder).Select(Path.GetFileName).Order(StringComparer.Ordinal).ToList();
        Assert.Equal(["paymentbot-20260104T031500Z.db", "paymentbot-20260105T031500Z.db"], left.Take(2));
        Assert.Equal(3, left.Count);
    }

    private static async Task<HashSet<string>> DecisionsAsync(string file)
    {
        await using var store = new SqliteDatabase(file, TimeProvider.System);
        var decisions = new HashSet<string>(StringComparer.Ordinal);
        await foreach (
            var row in store.Tables.ReadAllAsync(TableName.Decisions, new TableQuery(), CancellationToken.None)
        )
        {
            decisions.Add($"{row.PartitionKey} {row.RowKey}");
        }

        return decisions;
    }

    private static string KeyOf(string id) => RequestKey.Of(new RequestId(id)).Value;

    /// <summary>The requests of which the ERP has confirmed a decision.</summary>
    private List<string> Confirmed(List<string> ids) =>
        [.. ids.Where(id => Decided(id).Exists(detail => detail.StartsWith("applied:", StringComparison.Ordinal)))];

    private List<string> Decided(string id) =>
        _world.Erp.Ledger.Read(
            id,
            document => document.Log.Where(entry => entry.Kind is "decision").Select(entry => entry.Detail!).ToList()
        )!;
}
