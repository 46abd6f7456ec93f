using PaymentBot.Sandbox.Hosting;

namespace PaymentBot.EndToEnd.Processes;

/// <summary>Secrets as systemd hands them over: a file each, in the folder that CREDENTIALS_DIRECTORY names.</summary>
public sealed class CredentialTests : IAsyncLifetime
{
    private static readonly string[] Secrets =
    [
        "Telegram:BotToken",
        "Telegram:WebhookSecret",
        "Erp:InboundKeys:0",
        "Erp:OutboundKey",
        "Bot:SigningKey",
    ];

    private BotWorld _world = null!;

    private string Folder => Path.Combine(_world.Folder, "credentials");

    public async Task InitializeAsync()
    {
        _world = await BotWorld.StartAsync();
        Directory.CreateDirectory(Folder);
        foreach (var key in Secrets)
        {
            Write(key, $"{_world.Settings[key]}\n");
            _world.Settings.Remove(key);
        }

        _world.Settings["CREDENTIALS_DIRECTORY"] = Folder;
    }

    public async Task DisposeAsync() => await _world.DisposeAsync();

    [Fact]
    public async Task Secrets_come_from_files_and_an_empty_file_is_a_secret_not_set()
    {
        Write("Erp:InboundKeys:1", string.Empty);

        var set = await _world.CommandAsync("webhook", "set");

        Assert.True(set.ExitCode == 0, set.Errors);
        Assert.Equal(BotSettings.WebhookSecret, _world.Telegram.Webhook?.SecretToken);
    }

    [Fact]
    public async Task Files_count_more_than_the_environment()
    {
        _world.Settings["Telegram:BotToken"] = "7000000002:AAwrongwrongwrongwrongwrongwrongwro";

        Assert.Equal(0, (await _world.CommandAsync("webhook", "info")).ExitCode);
    }

    [Fact]
    public async Task Missing_folder_is_one_plain_line()
    {
        Directory.Delete(Folder, recursive: true);

        var info = await _world.CommandAsync("webhook", "info");

        Assert.Equal(1, info.ExitCode);
        Assert.Contains("credentials", Assert.Single(info.Errors.Split('\n')), StringComparison.Ordinal);
    }

    private void Write(string key, string value) =>
        File.WriteAllText(Path.Combine(Folder, key.Replace(":", "__", StringComparison.Ordinal)), value);
}
