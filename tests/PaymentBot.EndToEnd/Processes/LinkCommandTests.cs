namespace PaymentBot.EndToEnd.Processes;

public sealed class LinkCommandTests : IAsyncLifetime
{
    private BotWorld _world = null!;

    public async Task InitializeAsync() => _world = await BotWorld.StartAsync();

    public async Task DisposeAsync() => await _world.DisposeAsync();

    [Fact]
    public async Task Link_is_added_listed_and_removed()
    {
        var added = await _world.CommandAsync("link", "add", "--telegram", "1002", "--erp", "erp-2");
        Assert.Equal("Linked: 1002 is erp-2.", added.Output);
        var listed = await _world.CommandAsync("link", "list");
        Assert.StartsWith("1002\terp-2\t", listed.Output, StringComparison.Ordinal);
        var removed = await _world.CommandAsync("link", "remove", "--telegram", "1002");
        Assert.StartsWith("Removed: 1002\terp-2\t", removed.Output, StringComparison.Ordinal);
        Assert.Equal([0, 0, 0], new[] { added.ExitCode, listed.ExitCode, removed.ExitCode });
        Assert.Equal(string.Empty, (await _world.CommandAsync("link", "list")).Output);
    }

    [Fact]
    public async Task Second_link_of_a_person_replaces_the_first_and_says_so()
    {
        await _world.CommandAsync("link", "add", "--telegram", "1002", "--erp", "erp-2");
        var again = await _world.CommandAsync("link", "add", "--telegram", "1003", "--erp", "erp-2");
        Assert.Contains("Replaced: 1002\terp-2\t", again.Output, StringComparison.Ordinal);
        var listed = await _world.CommandAsync("link", "list");
        Assert.StartsWith("1003\terp-2\t", Assert.Single(listed.Output.Split('\n')), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Removing_what_is_not_there_fails_and_a_missing_option_is_named()
    {
        var removed = await _world.CommandAsync("link", "remove", "--telegram", "1002");
        Assert.Equal((1, "There was no such link."), (removed.ExitCode, removed.Output));
        var incomplete = await _world.CommandAsync("link", "add", "--telegram", "1002");
        Assert.Equal(2, incomplete.ExitCode);
        Assert.Contains("--erp", incomplete.Errors, StringComparison.Ordinal);
    }
}
