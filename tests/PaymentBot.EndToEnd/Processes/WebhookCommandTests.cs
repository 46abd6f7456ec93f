using System.Security.Cryptography.X509Certificates;
using PaymentBot.Sandbox.Hosting;
using PaymentBot.Sandbox.Telegram;
using PaymentBot.Testing;

namespace PaymentBot.EndToEnd.Processes;

public sealed class WebhookCommandTests : IAsyncLifetime
{
    private BotWorld _world = null!;

    public async Task InitializeAsync() => _world = await BotWorld.StartAsync();

    public async Task DisposeAsync() => await _world.DisposeAsync();

    [Fact]
    public async Task Webhook_is_set_with_its_secret_and_the_commands_shown_and_deleted()
    {
        var set = await _world.CommandAsync("webhook", "set");
        Assert.Equal((0, $"Telegram sends updates to {_world.Url}/api/telegram/webhook"), (set.ExitCode, set.Output));
        Assert.Equal(BotSettings.WebhookSecret, _world.Telegram.Webhook?.SecretToken);
        Assert.Equal(8, _world.Telegram.Commands.Count);
        var info = await _world.CommandAsync("webhook", "info");
        Assert.Contains($"url: {_world.Url}/api/telegram/webhook", info.Output, StringComparison.Ordinal);
        Assert.Contains("kinds: message, ", info.Output, StringComparison.Ordinal);
        Assert.Equal("The webhook is deleted.", (await _world.CommandAsync("webhook", "delete")).Output);
        Assert.Null(_world.Telegram.Webhook);
        Assert.Contains("url: (none)", (await _world.CommandAsync("webhook", "info")).Output, StringComparison.Ordinal);
        _world.AssertEveryCallWasValid();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Certificate_of_the_command_line_or_the_settings_is_uploaded(bool bySetting)
    {
        using var certificate = SelfSigned.OfLoopback();
        var pem = certificate.ExportCertificatePem();
        var uploaded = new TaskCompletionSource<RecordedCall>();
        _world.Telegram.Called += call =>
        {
            if (call.Method is "setWebhook")
            {
                uploaded.TrySetResult(call);
            }
        };
        var path = Path.Combine(_world.Folder, "public.pem");
        await File.WriteAllTextAsync(path, pem);
        if (bySetting)
        {
            _world.Settings["Telegram:CertificatePath"] = path;
        }

        var set = await _world.CommandAsync(["webhook", "set", .. bySetting ? [] : (string[])["--certificate", path]]);
        Assert.True(set.ExitCode == 0, set.Errors);
        var file = Assert.Single((await uploaded.Task).Files).Value;
        Assert.Equal(pem, System.Text.Encoding.UTF8.GetString(file.Content));
        Assert.Equal(pem, _world.Telegram.Webhook!.Certificate);
        Assert.Contains(
            "own certificate: uploaded",
            (await _world.CommandAsync("webhook", "info")).Output,
            StringComparison.Ordinal
        );
        _world.AssertEveryCallWasValid();
    }

    [Fact]
    public async Task Missing_certificate_is_one_plain_line()
    {
        var path = Path.Combine(_world.Folder, "absent.pem");
        var set = await _world.CommandAsync("webhook", "set", "--certificate", path);
        Assert.Equal(1, set.ExitCode);
        Assert.Contains("absent.pem", Assert.Single(set.Errors.Split('\n')), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Private_key_is_never_sent()
    {
        using var certificate = SelfSigned.OfLoopback();
        var path = Path.Combine(_world.Folder, "both.pem");
        using var key = certificate.GetECDsaPrivateKey()!;
        var pem = $"{certificate.ExportCertificatePem()}\n{key.ExportECPrivateKeyPem()}";
        await File.WriteAllTextAsync(path, pem);
        var set = await _world.CommandAsync("webhook", "set", "--certificate", path);
        Assert.Equal(1, set.ExitCode);
        Assert.Contains("private key", set.Errors, StringComparison.Ordinal);
        Assert.Null(_world.Telegram.Webhook);
    }

    [Fact]
    public async Task Last_error_is_explained_in_plain_words()
    {
        _world.CallWebhook();
        _world.Telegram.Actions.Say(1002, 1002, "/start");
        var info = string.Empty;
        await Eventually.IsAsync(
            async () =>
            {
                info = (await _world.CommandAsync("webhook", "info")).Output;
                return info.Contains("last error: ", StringComparison.Ordinal);
            },
            () => info
        );
        Assert.Contains("waiting updates: 1\n  They come by themselves", info, StringComparison.Ordinal);
        Assert.Contains("does the reverse proxy run?", info, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refused_token_is_told_without_showing_it()
    {
        _world.Settings["Telegram:BotToken"] = "7000000002:AAwrongwrongwrongwrongwrongwrongwro";
        var set = await _world.CommandAsync("webhook", "set");
        Assert.Equal(1, set.ExitCode);
        Assert.Contains("401", set.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("AAwrong", set.Errors + set.Output, StringComparison.Ordinal);
    }
}
