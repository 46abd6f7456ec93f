using System.Globalization;
using PaymentBot.Functions.SignIn;
using PaymentBot.Testing;

namespace PaymentBot.Tests.App.Web;

public sealed class AddressLimitTests
{
    private readonly ManualTimeProvider _clock = new();
    private readonly AddressLimit _limit;

    public AddressLimitTests() => _limit = new AddressLimit(_clock);

    [Fact]
    public void A_burst_gets_through_then_one_call_per_interval()
    {
        Assert.Equal(AddressLimit.Burst, Calls("a", 1000));
        Assert.Equal(AddressLimit.Interval, _limit.Take("a"));

        _clock.Advance(AddressLimit.Interval);
        Assert.Equal(1, Calls("a", 1000));
        _clock.Advance(AddressLimit.Interval * 5);
        Assert.Equal(5, Calls("a", 1000));
        _clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(AddressLimit.Burst, Calls("a", 1000));
    }

    [Fact]
    public void Ten_thousand_calls_within_a_minute_are_a_burst_and_a_trickle()
    {
        var through = 0;
        for (var call = 0; call < 10_000; call++)
        {
            through += Calls("a", 1);
            _clock.Advance(TimeSpan.FromMilliseconds(6));
        }

        Assert.InRange(through, AddressLimit.Burst, AddressLimit.Burst + 60);
    }

    [Fact]
    public void One_network_does_not_slow_down_another()
    {
        Calls("a", 1000);

        Assert.Equal(AddressLimit.Burst, Calls("b", 1000));
    }

    [Fact]
    public void Networks_beyond_number_share_one_count_until_others_rest()
    {
        for (var network = 0; network < AddressLimit.MaxNetworks; network++)
        {
            Assert.Null(_limit.Take(network.ToString(CultureInfo.InvariantCulture)));
        }

        Assert.Equal(AddressLimit.Burst, Calls("x", AddressLimit.Burst) + Calls("y", AddressLimit.Burst));
        Assert.Null(_limit.Take("7"));
        _clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(AddressLimit.Burst * 2, Calls("x", 1000) + Calls("y", 1000));
    }

    [Fact]
    public void Calls_at_the_same_moment_are_all_counted()
    {
        var through = 0;

        Parallel.For(0, 1000, _ => Interlocked.Add(ref through, Calls("a", 1)));

        Assert.Equal(AddressLimit.Burst, through);
    }

    private int Calls(string network, int count) => Enumerable.Range(0, count).Count(_ => _limit.Take(network) is null);
}
