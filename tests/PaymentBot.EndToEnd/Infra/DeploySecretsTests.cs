namespace PaymentBot.EndToEnd.Infra;

public sealed class DeploySecretsTests : IDisposable
{
    private readonly DeployWorld _world = new();

    public void Dispose() => _world.Dispose();

    [Fact]
    public async Task No_secret_is_in_an_argument_or_on_the_terminal()
    {
        var first = DeployWorld.Succeeded(await _world.DeployAsync("--location", "northeurope"));
        _world.Environment.Clear();
        var second = DeployWorld.Succeeded(await _world.DeployAsync());

        Assert.All(_world.Calls, AssertNoSecret);
        Assert.All([first.Output, first.Errors, second.Output, second.Errors], AssertNoSecret);
    }

    [Fact]
    public async Task Tracing_the_script_shows_no_secret()
    {
        _world.Environment["SHELLOPTS"] = "xtrace";
        var seen = DeployWorld.Succeeded(await _world.DeployAsync("--location", "northeurope"));

        AssertNoSecret(seen.Errors);
        AssertNoSecret(seen.Output);
    }

    [Fact]
    public async Task Generated_secrets_reach_the_vault_and_are_made_once()
    {
        foreach (var name in DeployWorld.Secrets.Except(["Telegram__BotToken"], StringComparer.Ordinal))
        {
            _world.Environment.Remove(name);
        }

        var first = DeployWorld.Succeeded(await _world.DeployAsync("--location", "northeurope", "--generate"));
        _world.Environment.Clear();
        var second = DeployWorld.Succeeded(await _world.DeployAsync("--generate"));

        Assert.Contains("Generated: Bot__SigningKey", first.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Generated", second.Output, StringComparison.Ordinal);
        var key = (await File.ReadAllTextAsync(_world.PathOf("state/secret-Erp--OutboundKey"))).Trim();
        Assert.StartsWith("whsec_", key, StringComparison.Ordinal);
        Assert.Equal(32, Convert.FromBase64String(key["whsec_".Length..]).Length);
        Assert.DoesNotContain(key, first.Output + string.Concat(_world.Calls), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("az keyvault secret list")]
    [InlineData("az keyvault list")]
    [InlineData("az group exists")]
    public async Task Nothing_is_generated_where_the_vault_cannot_be_seen(string broken)
    {
        DeployWorld.Succeeded(await _world.DeployAsync("--location", "northeurope"));
        _world.Environment.Clear();
        _world.Break(broken);

        var seen = await _world.DeployAsync("--generate");

        DeployWorld.Failed(seen, "nothing is generated");
        Assert.Equal(DeployWorld.Everything.Count, _world.Changes.Count);
    }

    [Fact]
    public async Task Missing_secrets_are_all_named_before_anything_is_made()
    {
        _world.Environment.Remove("Telegram__BotToken");
        _world.Environment.Remove("Bot__SigningKey");

        var seen = await _world.DeployAsync("--location", "northeurope");

        DeployWorld.Failed(seen, "Telegram__BotToken Bot__SigningKey");
        Assert.Empty(_world.Changes);
    }

    [Fact]
    public async Task Signing_in_with_Google_needs_its_secrets_too()
    {
        var parameters = _world.PathOf("production.bicepparam");
        var text = await File.ReadAllTextAsync(parameters);
        await File.WriteAllTextAsync(
            parameters,
            text.Replace("googleClientId = ''", "googleClientId = 'client'", StringComparison.Ordinal)
        );

        DeployWorld.Failed(
            await _world.DeployAsync("--location", "northeurope"),
            "Bot__EncryptionKey Google__ClientSecret"
        );
    }

    [Fact]
    public async Task Commands_of_the_bot_get_the_settings_of_the_app_and_sign_in_to_the_storage_themselves()
    {
        DeployWorld.Succeeded(await _world.DeployAsync("--location", "northeurope"));
        _world.Environment.Clear();
        _world.Environment["AzureWebJobsStorage"] = "UseDevelopmentStorage=true";
        DeployWorld.Succeeded(await _world.DeployAsync("--from", "doctor"));

        var environment = _world.EnvironmentOf("doctor");
        Assert.Contains(
            $"Telegram__BotToken={DeployWorld.Hush}-Telegram__BotToken",
            environment,
            StringComparison.Ordinal
        );
        Assert.Contains("Storage__Provider=AzureStorage", environment, StringComparison.Ordinal);
        Assert.Contains("AzureWebJobsStorage__accountName=stpaymentbot", environment, StringComparison.Ordinal);
        Assert.DoesNotContain("AzureWebJobsStorage=", environment, StringComparison.Ordinal);
        Assert.DoesNotContain("AzureWebJobsStorage__credential", environment, StringComparison.Ordinal);
        Assert.DoesNotContain("AzureWebJobsStorage__clientId", environment, StringComparison.Ordinal);
        Assert.DoesNotContain("APPLICATIONINSIGHTS", environment, StringComparison.Ordinal);
        var folder = await File.ReadAllTextAsync(_world.PathOf("state/folder"));
        Assert.DoesNotContain(_world.PathOf(string.Empty), folder, StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder.Trim()), "the empty folder is left behind");
    }

    [Fact]
    public async Task Key_for_the_erp_is_not_shown_but_the_command_that_shows_it()
    {
        var seen = DeployWorld.Succeeded(await _world.DeployAsync("--location", "northeurope"));

        Assert.Contains("--query functionKeys.erp", seen.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(
            _world.Calls,
            call => call.Contains("--query functionKeys.erp", StringComparison.Ordinal)
        );
        Assert.All(
            _world.Calls.Where(call => call.Contains("keys set", StringComparison.Ordinal)),
            call => Assert.EndsWith("--output none", call, StringComparison.Ordinal)
        );
    }

    private static void AssertNoSecret(string text) =>
        Assert.DoesNotContain(DeployWorld.Hush, text, StringComparison.Ordinal);
}
