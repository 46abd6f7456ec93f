namespace PaymentBot.EndToEnd.Vps;

public sealed class InstallReleaseTests : IDisposable
{
    private readonly Server _server = new();

    public void Dispose() => _server.Dispose();

    [Fact]
    public async Task Update_switches_to_the_new_release_after_a_backup_and_starts_it()
    {
        await SetUpAsync("one");
        await File.WriteAllTextAsync(_server.PathOf("/var/lib/paymentbot/paymentbot.db"), "data");
        var calls = _server.Calls.Count;

        await SetUpAsync("two");

        Assert.Equal("two", Running());
        var since = _server.Calls.Skip(calls).Where(Matters);
        Assert.Equal(["backup ", "systemctl restart paymentbot.service", "paymentbot webhook set"], since);
    }

    [Fact]
    public async Task Release_that_does_not_answer_gives_way_to_the_one_before()
    {
        await SetUpAsync("one");
        _server.Break("/api/health");

        var seen = await _server.RunAsync("--package", _server.Package("two"));

        Assert.Equal(1, seen.ExitCode);
        Assert.Contains("the one before runs again", seen.Errors, StringComparison.Ordinal);
        Assert.Equal("one", Running());
    }

    [Fact]
    public async Task Rollback_goes_one_release_back()
    {
        await SetUpAsync("one");
        await SetUpAsync("two");

        await _server.SetUpAsync("--rollback");

        Assert.Equal("one", Running());
        Assert.Equal("systemctl restart paymentbot.service", _server.Calls[^1]);
        Assert.Equal(1, (await _server.RunAsync("--rollback")).ExitCode);
    }

    [Fact]
    public async Task Only_the_running_release_and_the_one_before_stay()
    {
        foreach (var name in new[] { "one", "two", "three" })
        {
            await SetUpAsync(name);
        }

        Assert.Equal("three", Running());
        Assert.Equal(2, Directory.GetDirectories(_server.PathOf("/opt/paymentbot/releases")).Length);
    }

    [Fact]
    public async Task Package_that_is_not_what_was_published_is_not_unpacked()
    {
        await SetUpAsync("one");
        var package = _server.Package("two");
        await File.AppendAllTextAsync(package, "x");

        var seen = await _server.RunAsync("--package", package);

        Assert.Equal(1, seen.ExitCode);
        Assert.Contains("is not what was published", seen.Errors, StringComparison.Ordinal);
        Assert.Equal("one", Running());
    }

    private static bool Matters(string call) =>
        call.StartsWith("backup", StringComparison.Ordinal)
        || call.StartsWith("paymentbot", StringComparison.Ordinal)
        || call.EndsWith("start paymentbot.service", StringComparison.Ordinal);

    private string Running() => _server.Read("/opt/paymentbot/current/paymentbot");

    private Task<string> SetUpAsync(string content) =>
        _server.SetUpAsync("--domain", "bot.example.ru", "--package", _server.Package(content));
}
