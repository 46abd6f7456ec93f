using System.Net;
using System.Net.Sockets;

namespace PaymentBot.Sandbox.Cloud;

/// <summary>Finds ports on 127.0.0.1 that nobody listens on.</summary>
internal static class UnusedPort
{
    // Below the range systems take the ports of outgoing connections from: such a one would be gone again before anybody listens on it.
    private const int First = 15_000;
    private const int Count = 17_700;

    private static int _next = Random.Shared.Next(Count);

    /// <summary>A port this process has not taken before.</summary>
    public static int Take()
    {
        int port;
        do
        {
            port = First + (int)((uint)Interlocked.Increment(ref _next) % Count);
        } while (!IsFree(port));

        return port;
    }

    /// <summary>Whether nobody listens on it now.</summary>
    public static bool IsFree(int port)
    {
        using var probe = new TcpListener(IPAddress.Loopback, port);
        try
        {
            probe.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
