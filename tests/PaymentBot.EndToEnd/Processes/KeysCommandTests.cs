namespace PaymentBot.EndToEnd.Processes;

public sealed class KeysCommandTests : IAsyncLifetime
{
    private BotWorld _world = null!;

    public async Task InitializeAsync() => _world = await BotWorld.StartAsync();

    public async Task DisposeAsync() => await _world.DisposeAsync();

    [Fact]
    public async Task Rotation_prints_counts_only()
    {
        _world.Settings["Bot:EncryptionKey"] = Convert.ToBase64String(new byte[32]);

        var rotated = await _world.CommandAsync("keys", "rotate");

        Assert.Equal((0, "rotated: 0, current already: 0, unreadable: 0"), (rotated.ExitCode, rotated.Output));
    }

    [Fact]
    public async Task Without_a_key_the_setting_is_named()
    {
        var rotated = await _world.CommandAsync("keys", "rotate");

        Assert.Equal(1, rotated.ExitCode);
        Assert.Contains("Bot__EncryptionKey", rotated.Errors, StringComparison.Ordinal);
    }
}
