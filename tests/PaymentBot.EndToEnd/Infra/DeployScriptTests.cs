namespace PaymentBot.EndToEnd.Infra;

public sealed class DeployScriptTests : IDisposable
{
    private readonly DeployWorld _world = new();

    public void Dispose() => _world.Dispose();

    [Fact]
    public async Task First_run_does_every_step_in_order()
    {
        DeployWorld.Succeeded(await _world.DeployAsync("--location", "northeurope"));

        Assert.Equal(DeployWorld.Everything, _world.Changes);
        Assert.Contains(
            _world.Calls,
            call =>
                call.Contains("config-zip", StringComparison.Ordinal)
                && call.Contains("paymentbot-abc1234.zip", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task Second_run_makes_neither_group_nor_key_again_and_needs_no_secrets()
    {
        DeployWorld.Succeeded(await _world.DeployAsync("--location", "northeurope"));
        _world.Environment.Clear();

        DeployWorld.Succeeded(await _world.DeployAsync());

        var second = _world.Changes.Skip(DeployWorld.Everything.Count);
        Assert.Equal(
            DeployWorld.Everything.Except(["az group create", "az functionapp keys set"], StringComparer.Ordinal),
            second
        );
    }

    [Fact]
    public async Task What_if_changes_nothing()
    {
        var before = DeployWorld.Succeeded(await _world.DeployAsync("--what-if"));
        Assert.Contains("would make everything", before.Output, StringComparison.Ordinal);
        DeployWorld.Succeeded(await _world.DeployAsync("--location", "northeurope"));
        var made = _world.Calls.Count;

        var after = DeployWorld.Succeeded(await _world.DeployAsync("--what-if"));

        Assert.Contains("1 to modify", after.Output, StringComparison.Ordinal);
        string[] looks = ["az account show", "az group exists", "az deployment group what-if"];
        Assert.All(
            _world.Calls.Skip(made),
            call => Assert.Contains(looks, look => call.StartsWith(look, StringComparison.Ordinal))
        );
        Assert.Equal(DeployWorld.Everything.Count, _world.Changes.Count);
    }

    [Theory]
    [InlineData("az group create", "group", 1)]
    [InlineData("az deployment group create", "infra", 2)]
    [InlineData("dotnet publish", "package", 3)]
    [InlineData("config-zip", "deploy", 4)]
    [InlineData("az functionapp keys set", "erp-key", 5)]
    [InlineData("webhook set", "webhook", 6)]
    [InlineData("doctor", "doctor", 7)]
    public async Task Failing_step_is_named_ends_the_run_and_is_where_the_next_begins(
        string broken,
        string step,
        int tried
    )
    {
        _world.Break(broken);
        var seen = await _world.DeployAsync("--location", "northeurope");
        DeployWorld.Failed(seen, $"go on with --from {step}");
        Assert.Equal(DeployWorld.Everything.Take(tried), _world.Changes);

        _world.Mend();
        DeployWorld.Succeeded(await _world.DeployAsync("--location", "northeurope", "--from", step));

        Assert.Equal(DeployWorld.Everything.Skip(tried - 1), _world.Changes.Skip(tried));
    }

    [Fact]
    public async Task Bot_that_does_not_answer_is_told_of()
    {
        _world.Break("/api/health");

        DeployWorld.Failed(await _world.DeployAsync("--location", "northeurope"), "does not answer 200");
        Assert.DoesNotContain("webhook set", _world.Changes);
    }

    [Fact]
    public async Task Given_package_is_deployed_and_nothing_is_built()
    {
        DeployWorld.Succeeded(await _world.DeployAsync("--location", "northeurope"));
        var former = _world.PathOf("former.zip");
        await File.WriteAllTextAsync(former, "former");

        DeployWorld.Succeeded(await _world.DeployAsync("--package", former, "--from", "package", "--skip", "webhook"));

        Assert.Equal(
            ["az functionapp deployment source config-zip", "doctor"],
            _world.Changes.Skip(DeployWorld.Everything.Count)
        );
        Assert.Equal("former", await File.ReadAllTextAsync(_world.PathOf("state/deployed-zip")));
    }

    [Fact]
    public async Task Who_is_signed_in_becomes_the_operator()
    {
        DeployWorld.Succeeded(await _world.DeployAsync("--location", "northeurope"));

        Assert.StartsWith(
            "11111111-",
            await File.ReadAllTextAsync(_world.PathOf("state/operator")),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("az account show", "az login")]
    [InlineData("az group exists", "you may not see")]
    public async Task Azure_that_refuses_is_told_of(string broken, string said)
    {
        _world.Break(broken);

        var seen = await _world.DeployAsync("--location", "northeurope");

        Assert.NotEqual(0, seen.ExitCode);
        Assert.Contains(said, seen.Output + seen.Errors, StringComparison.Ordinal);
        Assert.Empty(_world.Changes);
    }

    [Theory]
    [InlineData("--from", "everything")]
    [InlineData("--skip")]
    [InlineData("--resource_group", "x")]
    [InlineData("--package", "/nowhere.zip")]
    [InlineData("--parameters", "/nowhere.bicepparam")]
    public async Task Wrong_arguments_are_told_of_before_Azure_is_called(params string[] arguments)
    {
        var seen = await _world.DeployAsync(arguments);

        Assert.Equal(1, seen.ExitCode);
        Assert.Contains(
            arguments[0] is "--resource_group" ? "unknown argument" : arguments[^1],
            seen.Errors,
            StringComparison.Ordinal
        );
        Assert.Empty(_world.Calls);
    }

    [Fact]
    public async Task New_group_needs_a_place()
    {
        DeployWorld.Failed(await _world.DeployAsync(), "--location");
        Assert.Empty(_world.Changes);
    }

    [Fact]
    public async Task Addresses_of_the_example_are_not_deployed()
    {
        File.Copy(_world.PathOf("infra/main.bicepparam"), _world.PathOf("production.bicepparam"), overwrite: true);

        DeployWorld.Failed(await _world.DeployAsync("--location", "northeurope"), "example.ru");
        Assert.DoesNotContain("az deployment group create", _world.Changes);
    }

    [Fact]
    public async Task Missing_tool_is_named_with_where_to_get_it()
    {
        File.Delete(_world.PathOf("bin/az"));

        DeployWorld.Failed(await _world.DeployAsync("--location", "northeurope"), "az is missing");
    }
}
