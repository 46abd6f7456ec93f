using System.Net;
using System.Net.Sockets;

namespace PaymentBot.Sandbox.Hosting;

/// <summary>Looks for ports on 127.0.0.1.</summary>
internal static class FreePort
{
    /// <summary>The port asked for, or any free one for 0.</summary>
    /// <exception cref="SandboxException">Something else listens there.</exception>
    public static int Choose(int port, string option)
    {
        using var probe = new TcpListener(IPAddress.Loopback, port);
        try
        {
            probe.Start();
            return ((IPEndPoint)probe.LocalEndpoint).Port;
        }
        catch (SocketException)
        {
            throw new SandboxException(
                $"Port {port} is taken. Stop the program that listens there, or choose another one with {option} <number>."
            );
        }
    }
}
