using PaymentBot.Sandbox.Cloud.FunctionsHost;
using PaymentBot.Sandbox.Cloud.FunctionsHost.Worker;

namespace PaymentBot.EndToEnd.Hosted.HostDouble;

public sealed class LifecycleTests : IDisposable
{
    private readonly PublishedFolder _published = new();

    public void Dispose() => _published.Dispose();

    [Fact]
    public async Task Third_crash_ends_the_host_and_it_repeats_what_the_worker_wrote()
    {
        _published.Worker("echo 'Erp__OutboundKey is missing.' >&2\nexit 1");

        var ended = await Assert.ThrowsAsync<FunctionsHostException>(_published.StartAsync);

        Assert.Contains("Exceeded language worker restart retry count", ended.Message, StringComparison.Ordinal);
        Assert.Contains("Erp__OutboundKey is missing.", ended.Message, StringComparison.Ordinal);
        Assert.Equal("x\nx\nx\n", await File.ReadAllTextAsync(_published.Notes));
    }

    [Fact]
    public async Task Worker_that_never_calls_is_given_three_chances()
    {
        _published.Worker("exec sleep 600");
        _published.Timings = new FunctionsHostTimings { InitializationTimeout = TimeSpan.FromMilliseconds(300) };

        var ended = await Assert.ThrowsAsync<FunctionsHostException>(_published.StartAsync);

        Assert.Contains("Exceeded", ended.Message, StringComparison.Ordinal);
        Assert.Equal("x\nx\nx\n", await File.ReadAllTextAsync(_published.Notes));
    }

    [Fact]
    public async Task Worker_is_told_where_the_host_is_and_inherits_its_environment()
    {
        _published.Settings["MINE"] = "given";
        _published.Worker(
            "echo \"$1 $MINE $FUNCTIONS_WORKER_DIRECTORY $FUNCTIONS_APPLICATION_DIRECTORY ${PATH:+inherited}\" >&2\necho \"$@\" | grep -q -- '--functions-uri http://127.0.0.1:' || echo 'no address' >&2\nexit 1"
        );

        var ended = await Assert.ThrowsAsync<FunctionsHostException>(_published.StartAsync);

        var folder = _published.Folder;
        Assert.Contains(
            $"{folder}/worker.dll given {folder} {folder} inherited",
            ended.Message,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("no address", ended.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Errors_further_apart_than_the_window_are_not_added_up()
    {
        var now = DateTimeOffset.UnixEpoch;
        var errors = new ErrorCount(TimeSpan.FromMinutes(30));
        Assert.True(errors.Add(now));
        Assert.True(errors.Add(now.AddMinutes(30)));
        Assert.True(errors.Add(now.AddMinutes(61)));
        Assert.True(errors.Add(now.AddMinutes(62)));
        Assert.False(errors.Add(now.AddMinutes(63)));
    }
}
