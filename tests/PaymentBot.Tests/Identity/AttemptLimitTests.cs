using PaymentBot.Bot.People;
using PaymentBot.Storage;
using PaymentBot.Tests.App.Support;

namespace PaymentBot.Tests.Identity;

public sealed class AttemptLimitTests : StoreTest
{
    private const int Burst = 5;

    private AttemptLimit Limit => new(Database.Tables, Clock);

    [Fact]
    public async Task Ten_thousand_attempts_within_a_minute_get_the_burst_only()
    {
        var granted = 0;
        for (var attempt = 0; attempt < 10_000; attempt++)
        {
            granted += await TryAsync("user:666") ? 1 : 0;
            Clock.Advance(TimeSpan.FromMilliseconds(5));
        }

        Assert.Equal(Burst, granted);
    }

    [Fact]
    public async Task One_more_attempt_is_free_after_each_interval()
    {
        await SpendAsync("user:1");

        Clock.Advance(TimeSpan.FromSeconds(59));
        Assert.False(await TryAsync("user:1"));
        Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.True(await TryAsync("user:1"));
        Assert.False(await TryAsync("user:1"));
    }

    [Fact]
    public async Task Pause_gives_the_burst_back_and_no_more()
    {
        await SpendAsync("user:1");
        Clock.Advance(TimeSpan.FromDays(30));

        await SpendAsync("user:1");
    }

    [Fact]
    public async Task Keys_do_not_count_for_each_other()
    {
        await SpendAsync("user:1");

        Assert.True(await TryAsync("user:2"));
    }

    [Fact]
    public async Task Instances_that_try_at_once_count_together()
    {
        var tries = Enumerable.Range(0, 20).Select(_ => Task.Run(() => TryAsync("user:1").AsTask()));

        var granted = await Task.WhenAll(tries);

        Assert.Equal(Burst, granted.Count(won => won));
    }

    [Fact]
    public async Task Limit_that_counts_again_is_not_forgotten()
    {
        await SpendAsync("user:1");
        Clock.Advance(TimeSpan.FromDays(2));
        await SpendAsync("user:1");

        Assert.Equal(0, await new LoginTickets(Database.Tables, Clock).ForgetAsync(CancellationToken.None));
        Assert.False(await TryAsync("user:1"));
    }

    [Fact]
    public async Task Foreign_key_of_any_form_is_kept_as_a_hash()
    {
        Assert.True(await TryAsync("address:[::1%eth0]/'; drop\r\n"));

        var page = await Database.Tables.QueryAsync(TableName.LoginTickets, new TableQuery(), null, default);
        Assert.DoesNotContain("address", Assert.Single(page.Rows).PartitionKey, StringComparison.Ordinal);
    }

    private async Task SpendAsync(string key)
    {
        for (var attempt = 0; attempt < Burst; attempt++)
        {
            Assert.True(await TryAsync(key));
        }

        Assert.False(await TryAsync(key));
    }

    private ValueTask<bool> TryAsync(string key) =>
        Limit.TryAsync(key, Burst, TimeSpan.FromMinutes(1), CancellationToken.None);
}
