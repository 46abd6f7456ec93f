using PaymentBot.Testing;

namespace PaymentBot.EndToEnd.Hosted.HostDouble;

[Collection(DoubleGroup.Name)]
public sealed class AnswerTests(DoubleFixture fixture) : IAsyncLifetime
{
    private readonly HandlerWorld _world = new(fixture.Azurite);

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _world.DisposeAsync();

    [Fact]
    public async Task Json_object_is_a_success_and_its_lines_are_logged()
    {
        await using var host = await _world.StartAsync();
        string[] kinds = ["ok", "bare", "textJson", "redirect"];
        foreach (var kind in kinds)
        {
            await _world.SendAsync(Do(kind));
        }

        await _world.EndedAsync(host, kinds.Length);
        await _world.CountAsync("work", 0);
        Assert.All(host.Invocations, invocation => Assert.Null(invocation.Fault));
        Assert.Contains(
            host.Log.Records,
            record => record is { Category: "Function.Work.User", Message: "said by the function" }
        );
        var followed = Assert.Single(_world.Notes, note => (string?)note["url"] is "/redirected");
        Assert.Equal("GET", (string)followed["method"]!);
    }

    [Fact]
    public async Task Anything_else_with_a_body_is_a_failure()
    {
        await using var host = await _world.StartAsync();
        string[] kinds = ["array", "broken", "plain", "problem", "untyped", "error"];
        foreach (var kind in kinds)
        {
            await _world.SendAsync(Do(kind));
        }

        // A message that failed comes again, perhaps before the last has come once; each kind has a fault of its own.
        await Eventually.IsAsync(
            () => Task.FromResult(host.Invocations.DistinctBy(end => end.Fault).Count() == kinds.Length),
            () => $"Not every kind has failed in its own way:\n{_world.Story}"
        );
        Assert.All(host.Invocations, invocation => Assert.NotNull(invocation.Fault));
        Assert.Contains(
            host.Invocations,
            invocation => invocation.Fault!.Contains("does not indicate success: 500", StringComparison.Ordinal)
        );
    }

    [Theory]
    [InlineData("empty")]
    [InlineData("emptyJson")]
    [InlineData("noContent")]
    [InlineData("nothing")]
    [InlineData("silence")]
    public async Task Empty_success_hangs_until_the_time_out_and_then_the_handler_is_restarted(string kind)
    {
        _world.Timings = _world.Timings with { FunctionTimeout = TimeSpan.FromSeconds(1) };
        await using var host = await _world.StartAsync();
        var first = host.HandlerProcessId;
        await _world.SendAsync(Do(kind));
        await _world.EndedAsync(host, 1);
        var fault = host.Invocations.First().Fault;
        Assert.StartsWith("Timeout value of 00:00:01 was exceeded", fault, StringComparison.Ordinal);
        await Eventually.IsAsync(
            () => Task.FromResult(host.HandlerProcessId != first),
            () => $"The handler was not restarted:\n{_world.Story}"
        );
        Assert.False(host.Stopped.IsCompleted);
    }

    private static string Do(string kind) => $$"""{"do":"{{kind}}"}""";
}
