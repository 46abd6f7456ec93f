using System.Net;
using System.Net.Sockets;

namespace PaymentBot.Sandbox.Cloud.FunctionsHost.Handler;

/// <summary>Finds ports on 127.0.0.1 that nobody listens on.</summary>
internal static class UnusedPort
{
    // Below the range systems take the ports of outgoing connections from: such a one would be gone again before the handler listens on it.
    private const int First = 30_000;
    private const int Count = 2_700;

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

    private static bool IsFree(int port)
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
