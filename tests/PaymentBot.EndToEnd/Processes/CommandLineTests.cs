using PaymentBot.Testing;

namespace PaymentBot.EndToEnd.Processes;

/// <summary>What is typed wrongly never starts a second bot on a store that is in use.</summary>
public sealed class CommandLineTests : IAsyncLifetime
{
    private BotWorld _world = null!;

    public async Task InitializeAsync() => _world = await BotWorld.StartAsync();

    public async Task DisposeAsync() => await _world.DisposeAsync();

    [Theory]
    [InlineData("docter")]
    [InlineData("docter", "--urls", "{url}")]
    [InlineData("--urls", "{url}", "docter")]
    [InlineData("--urls={url}", "docter")]
    [InlineData("--hlep")]
    [InlineData("serve")]
    public async Task Command_nobody_knows_is_an_error_with_the_list_of_those_there_are(params string[] arguments)
    {
        var told = await _world.CommandAsync([
            .. arguments.Select(argument => argument.Replace("{url}", _world.Url, StringComparison.Ordinal)),
        ]);

        Assert.Equal(2, told.ExitCode);
        Assert.NotEmpty(told.Errors);
        Assert.Contains("doctor", told.Output, StringComparison.Ordinal);
        Assert.Contains("webhook", told.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Known_command_with_a_wrong_option_is_an_error_that_names_it()
    {
        var told = await _world.CommandAsync("doctor", "--epr");

        Assert.Equal(2, told.ExitCode);
        Assert.Contains("--epr", told.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--urls={url}")]
    [InlineData("--urls", "{url}")]
    [InlineData("--Delivery:FilesGraceSeconds", "1", "--urls", "{url}")]
    public async Task Settings_alone_start_the_bot(params string[] arguments)
    {
        await using var bot = ProgramProcess.Start(
            Built.Bot,
            arguments.Select(argument => argument.Replace("{url}", _world.Url, StringComparison.Ordinal)),
            _world.Settings,
            _world.Folder
        );

        await bot.WaitForAnswerAsync(_world.Health);
        Assert.Equal(0, await bot.TerminateAsync());
    }
}
