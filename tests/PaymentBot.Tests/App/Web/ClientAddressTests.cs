using System.Net;
using Microsoft.AspNetCore.Http;
using PaymentBot.Functions.SignIn;

namespace PaymentBot.Tests.App.Web;

public sealed class ClientAddressTests
{
    [Theory]
    [InlineData("203.0.113.7", null, "203.0.113.7")]
    [InlineData("::ffff:203.0.113.7", null, "203.0.113.7")]
    [InlineData("127.0.0.1", null, "127.0.0.1")]
    [InlineData("127.0.0.1", "203.0.113.7", "203.0.113.7")]
    [InlineData("::1", "203.0.113.7:50123", "203.0.113.7")]
    [InlineData("127.0.0.1", "198.51.100.1, 203.0.113.7", "203.0.113.7")]
    [InlineData("127.0.0.1", "198.51.100.1, 203.0.113.7, 10.0.0.4", "203.0.113.7")]
    [InlineData("172.17.0.1", "203.0.113.7", "203.0.113.7")]
    [InlineData("172.32.0.1", "203.0.113.7", "172.32.0.1")]
    [InlineData("203.0.113.9", "198.51.100.1", "203.0.113.9")]
    [InlineData("127.0.0.1", "203.0.113.7, nonsense", "127.0.0.1")]
    [InlineData("127.0.0.1", "nonsense, 192.168.1.5", "192.168.1.5")]
    [InlineData("127.0.0.1", ",,,", "127.0.0.1")]
    [InlineData("2001:db8:1:2:3:4:5:6", null, "20010db800010002")]
    [InlineData("2001:db8:1:2:ffff::9", null, "20010db800010002")]
    [InlineData("::1", "[2001:db8:1:2::9]:443", "20010db800010002")]
    public void Only_our_own_proxies_are_believed(string remote, string? forwarded, string network)
    {
        var context = new DefaultHttpContext();
        context.Connection.RemoteIpAddress = IPAddress.Parse(remote);
        if (forwarded is not null)
        {
            context.Request.Headers["X-Forwarded-For"] = forwarded;
        }

        Assert.Equal(network, ClientAddress.NetworkOf(context));
    }
}
