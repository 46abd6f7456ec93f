using System.Net;
using System.Net.Sockets;

namespace PaymentBot.Functions.SignIn;

/// <summary>
/// Whose network a call comes from, as far as that can be known. What <c>X-Forwarded-For</c> says is believed only when the call comes from this machine
/// or a private network, where our proxies are, and only up to the first address that is in neither: everything left of it the
/// client may have written itself.
/// </summary>
internal static class ClientAddress
{
    private const int MaxHops = 8;
    private const int Ipv6NetworkBytes = 8;

    /// <summary>The network a call is counted for: an IPv4 address, or the first 64 bits of an IPv6 address, which is what one customer gets.</summary>
    /// <param name="context">The call.</param>
    public static string NetworkOf(HttpContext context)
    {
        var client = Plain(context.Connection.RemoteIpAddress ?? IPAddress.None);
        var forwarded = context.Request.Headers["X-Forwarded-For"].ToString().Split(',');
        for (var hop = 1; hop <= Math.Min(forwarded.Length, MaxHops) && IsOurs(client); hop++)
        {
            if (Parse(forwarded[^hop]) is not { } former)
            {
                break;
            }

            client = former;
        }

        return NetworkOf(client);
    }

    private static string NetworkOf(IPAddress address) =>
        address.AddressFamily == AddressFamily.InterNetworkV6
            ? Convert.ToHexStringLower(address.GetAddressBytes().AsSpan(0, Ipv6NetworkBytes))
            : address.ToString();

    /// <summary>Reads an entry, which some proxies write with a port.</summary>
    private static IPAddress? Parse(string entry)
    {
        var text = entry.Trim();
        if (IPAddress.TryParse(text, out var address))
        {
            return Plain(address);
        }

        return IPEndPoint.TryParse(text, out var endPoint) ? Plain(endPoint.Address) : null;
    }

    private static IPAddress Plain(IPAddress address) => address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;

    private static bool IsOurs(IPAddress address)
    {
        if (IPAddress.IsLoopback(address) || address.IsIPv6LinkLocal || address.IsIPv6UniqueLocal)
        {
            return true;
        }

        return address.GetAddressBytes() is [10, ..] or [172, >= 16 and <= 31, ..] or [192, 168, ..] or [169, 254, ..]
            && address.AddressFamily == AddressFamily.InterNetwork;
    }
}
