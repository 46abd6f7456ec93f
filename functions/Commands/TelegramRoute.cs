using System.Globalization;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using PaymentBot.Bot.Telegram;

namespace PaymentBot.Functions.Commands;

/// <summary>Walks the way to Telegram hop by hop, as far as it goes: name, port, proxy and its login, TLS.</summary>
/// <param name="target">Where the Bot API is.</param>
/// <param name="proxy">The proxy on the way, or null.</param>
/// <param name="timeProvider">The clock.</param>
internal sealed class TelegramRoute(Uri target, TelegramProxy? proxy, TimeProvider timeProvider)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private string Host => proxy?.Host ?? target.IdnHost;

    private int Port => proxy?.Port ?? target.Port;

    /// <summary>What the first hop is, for people.</summary>
    private string First => proxy is null ? "Telegram__ApiBaseUrl" : "Telegram__Proxy";

    /// <summary>Walks.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The hop that fails, what to do about it, and whether it is one of the proxy's; null when the way is open.</returns>
    public async Task<(string Fault, bool IsProxy)?> FindFaultAsync(CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(Patience, timeProvider);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        var isProxy = proxy is not null;
        try
        {
            if (await ReachAsync(socket, end.Token) is { } unreachable)
            {
                return (unreachable, isProxy);
            }

            await using var stream = new NetworkStream(socket);
            if (proxy is not null && await new ProxyHandshake(proxy, stream).AskAsync(target, end.Token) is { } refused)
            {
                return (refused, true);
            }

            isProxy = false;
            return await SecureAsync(stream, end.Token) is { } fault ? (fault, false) : null;
        }
        catch (IOException)
        {
            return (
                isProxy ? "it closes the connection; is it a proxy of that kind?" : "the connection is cut on the way",
                isProxy
            );
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return ($"{First} does not answer within ten seconds", isProxy);
        }
    }

    private async Task<string?> ReachAsync(Socket socket, CancellationToken cancellationToken)
    {
        IPAddress[] addresses;
        try
        {
            addresses = await Dns.GetHostAddressesAsync(Host, cancellationToken);
        }
        catch (SocketException)
        {
            return $"the name {Host} of {First} does not resolve";
        }

        try
        {
            await socket.ConnectAsync(addresses, Port, cancellationToken);
            return null;
        }
        catch (SocketException exception)
        {
            return string.Create(
                CultureInfo.InvariantCulture,
                $"port {Port} of {First} does not open ({exception.SocketErrorCode})"
            );
        }
    }

    private async Task<string?> SecureAsync(Stream stream, CancellationToken cancellationToken)
    {
        if (!string.Equals(target.Scheme, Uri.UriSchemeHttps, StringComparison.Ordinal))
        {
            return null;
        }

        await using var secure = new SslStream(stream, leaveInnerStreamOpen: true);
        try
        {
            var options = new SslClientAuthenticationOptions { TargetHost = target.IdnHost };
            await secure.AuthenticateAsClientAsync(options, cancellationToken);
            return null;
        }
        catch (AuthenticationException)
        {
            return $"TLS with {target.IdnHost} fails: somebody on the way answers in its place, or this machine's clock or certificates are old";
        }
    }
}
