using PaymentBot.Bot.Delivery.FanOut;

namespace PaymentBot.Tests.Delivery;

public sealed class FanOutTurnsTests
{
    private readonly FanOutTurns _turns = new();
    private readonly List<bool> _begun = [];
    private readonly Queue<TaskCompletionSource> _ends = new();

    [Fact]
    public async Task Whoever_comes_while_one_runs_shares_the_next_run()
    {
        var first = RunAsync("a");
        var others = Enumerable.Range(0, 10).Select(_ => RunAsync("a")).ToArray();
        Assert.Single(_begun);
        Assert.All(others, other => Assert.False(other.IsCompleted));

        End();
        await first;
        await WaitForRunsAsync(2);
        Assert.All(others, other => Assert.False(other.IsCompleted));
        End();
        await Task.WhenAll(others);

        Assert.Equal(2, _begun.Count);
        var later = RunAsync("a");
        Assert.Equal(3, _begun.Count);
        End();
        await later;
    }

    [Fact]
    public async Task Other_requests_do_not_wait()
    {
        var one = RunAsync("a");
        var other = RunAsync("b");
        Assert.Equal(2, _begun.Count);
        End();
        End();
        await Task.WhenAll(one, other);
    }

    [Fact]
    public async Task Failure_is_told_to_all_it_was_run_for_and_to_nobody_else()
    {
        var first = RunAsync("a");
        var others = new[] { RunAsync("a"), RunAsync("a") };
        _ends.Dequeue().SetException(new InvalidOperationException("first"));
        Assert.Equal("first", (await Assert.ThrowsAsync<InvalidOperationException>(() => first)).Message);
        await WaitForRunsAsync(2);
        _ends.Dequeue().SetException(new InvalidOperationException("second"));
        foreach (var other in others)
        {
            Assert.Equal("second", (await Assert.ThrowsAsync<InvalidOperationException>(() => other)).Message);
        }

        var later = RunAsync("a");
        End();
        await later;
    }

    [Fact]
    public async Task Shared_run_knows_when_one_of_its_messages_came_again()
    {
        var first = RunAsync("a");
        var others = new[] { RunAsync("a"), RunAsync("a", redelivered: true), RunAsync("a") };
        End();
        await first;
        await WaitForRunsAsync(2);
        End();
        await Task.WhenAll(others);
        Assert.Equal([false, true], _begun);
    }

    private void End() => _ends.Dequeue().SetResult();

    private Task RunAsync(string key, bool redelivered = false) => _turns.RunAsync(key, redelivered, BeginAsync);

    private Task BeginAsync(bool redelivered)
    {
        lock (_begun)
        {
            _begun.Add(redelivered);
            var end = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _ends.Enqueue(end);
            return end.Task;
        }
    }

    private async Task WaitForRunsAsync(int count)
    {
        var begun = 0;
        while (begun < count)
        {
            await Task.Yield();
            lock (_begun)
            {
                begun = _begun.Count;
            }
        }
    }
}
