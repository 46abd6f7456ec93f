using System.Net;
using System.Net.Sockets;

namespace PaymentBot.Sandbox.Hosting;

/// <summary>Looks for ports on 127.0.0.1.</summary>
internal static class FreePort
{
    // Below the range systems take the ports of outgoing connections from: such a one would be gone again before anybody listens on it.
    private const int First = 15_000;
    private const int Count = 15_000;

    private static int _next = Random.Shared.Next(Count);

    /// <summary>The port asked for, or for 0 a free one that this process has not chosen before.</summary>
    /// <exception cref="SandboxException">Something else listens there.</exception>
    public static int Choose(int port, string option)
    {
        if (port != 0)
        {
            return IsFree(port)
                ? port
                : throw new SandboxException(
                    $"Port {port} is taken. Stop the program that listens there, or choose another one with {option} <number>."
                );
        }

        int candidate;
        do
        {
            candidate = First + (int)((uint)Interlocked.Increment(ref _next) % Count);
        } while (!IsFree(candidate));

        return candidate;
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
