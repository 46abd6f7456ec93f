using PaymentBot.Sandbox.Cloud;

namespace PaymentBot.Sandbox.Hosting;

/// <summary>Looks for ports on 127.0.0.1.</summary>
internal static class FreePort
{
    /// <summary>The port asked for, or for 0 a free one that this process has not chosen before.</summary>
    /// <exception cref="SandboxException">Something else listens there.</exception>
    public static int Choose(int port, string option)
    {
        if (port == 0)
        {
            return UnusedPort.Take();
        }

        return UnusedPort.IsFree(port)
            ? port
            : throw new SandboxException(
                $"Port {port} is taken. Stop the program that listens there, or choose another one with {option} <number>."
            );
    }
}
