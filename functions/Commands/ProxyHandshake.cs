using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using PaymentBot.Bot.Telegram;

namespace PaymentBot.Functions.Commands;

/// <summary>Asks a proxy, step by step, for a connection to Telegram, so that it can be told which step fails.</summary>
/// <param name="proxy">The proxy.</param>
/// <param name="stream">The connection to it.</param>
internal sealed class ProxyHandshake(TelegramProxy proxy, Stream stream)
{
    private const byte Version = 5;
    private const byte NoLogin = 0;
    private const byte WithLogin = 2;
    private const int MaxHead = 16 * 1024;

    private static readonly string[] Replies =
    [
        string.Empty,
        "general failure",
        "its rules do not allow it",
        "the network is unreachable",
        "the host is unreachable, or its name does not resolve",
        "the connection was refused",
        "it took too long",
        "the command is not supported",
        "this kind of address is not supported",
    ];

    /// <summary>Asks.</summary>
    /// <param name="target">Telegram.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>Which step fails and why, or null; then the stream leads to the target, or to the proxy where that takes whole requests.</returns>
    /// <exception cref="IOException">The connection was lost.</exception>
    public async Task<string?> AskAsync(Uri target, CancellationToken cancellationToken) =>
        proxy.IsSocks
            ? await GreetAsync(cancellationToken) ?? await ConnectAsync(target, cancellationToken)
            : await AskHttpAsync(target, cancellationToken);

    private async Task<string?> GreetAsync(CancellationToken cancellationToken)
    {
        byte[] greeting = proxy.Login is null ? [Version, 1, NoLogin] : [Version, 2, NoLogin, WithLogin];
        await stream.WriteAsync(greeting, cancellationToken);
        var answer = await ReadAsync(2, cancellationToken);
        if (answer[0] != Version)
        {
            return "what answers there is no SOCKS5 proxy";
        }

        return answer[1] switch
        {
            NoLogin => null,
            WithLogin => await LogInAsync(cancellationToken),
            _ => proxy.Login is null
                ? "it wants a login, and Telegram__Proxy has none"
                : "it takes neither login and password nor callers without",
        };
    }

    /// <summary>RFC 1929.</summary>
    private async Task<string?> LogInAsync(CancellationToken cancellationToken)
    {
        var login = Encoding.UTF8.GetBytes(proxy.Login!);
        var password = Encoding.UTF8.GetBytes(proxy.Password!);
        byte[] message = [1, (byte)login.Length, .. login, (byte)password.Length, .. password];
        await stream.WriteAsync(message, cancellationToken);
        var answer = await ReadAsync(2, cancellationToken);
        return answer[1] == 0 ? null : "it does not accept the login of Telegram__Proxy";
    }

    private async Task<string?> ConnectAsync(Uri target, CancellationToken cancellationToken)
    {
        var host = Encoding.ASCII.GetBytes(target.IdnHost);
        var port = new byte[2];
        BinaryPrimitives.WriteUInt16BigEndian(port, (ushort)target.Port);
        byte[] request = [Version, 1, 0, 3, (byte)host.Length, .. host, .. port];
        await stream.WriteAsync(request, cancellationToken);
        var answer = await ReadAsync(4, cancellationToken);
        if (answer[1] != 0)
        {
            var why = answer[1] < Replies.Length ? Replies[answer[1]] : "it does not say why";
            return $"it makes no connection to {target.Authority}: {why}";
        }

        var rest = answer[3] switch
        {
            1 => 4,
            4 => 16,
            _ => (await ReadAsync(1, cancellationToken))[0],
        };
        await ReadAsync(rest + port.Length, cancellationToken);
        return null;
    }

    /// <summary>CONNECT where the rest is encrypted; otherwise such a proxy takes the request itself, and is asked for a small one.</summary>
    private async Task<string?> AskHttpAsync(Uri target, CancellationToken cancellationToken)
    {
        var isSecure = string.Equals(target.Scheme, Uri.UriSchemeHttps, StringComparison.Ordinal);
        var place = string.Create(CultureInfo.InvariantCulture, $"{target.IdnHost}:{target.Port}");
        var head = new StringBuilder(isSecure ? $"CONNECT {place} HTTP/1.1\r\n" : $"HEAD http://{place}/ HTTP/1.1\r\n");
        head.Append(CultureInfo.InvariantCulture, $"Host: {place}\r\n");
        if (proxy.Login is not null)
        {
            var login = Convert.ToBase64String(Encoding.UTF8.GetBytes($"{proxy.Login}:{proxy.Password}"));
            head.Append(CultureInfo.InvariantCulture, $"Proxy-Authorization: Basic {login}\r\n");
        }

        await stream.WriteAsync(Encoding.ASCII.GetBytes(head.Append("\r\n").ToString()), cancellationToken);
        var line = await ReadHeadAsync(cancellationToken);
        var words = line.Split(' ');
        return words.Length > 1 && line.StartsWith("HTTP/", StringComparison.Ordinal)
            ? Judge(words[1], isSecure, target)
            : "what answers there is no HTTP proxy";
    }

    private string? Judge(string status, bool isSecure, Uri target) =>
        status switch
        {
            // Some answer 401 to a wrong login and 407 to none at all.
            "401" or "407" => proxy.Login is null
                ? "it wants a login, and Telegram__Proxy has none"
                : "it does not accept the login of Telegram__Proxy",
            "403" => $"it makes no connection to {target.Authority}: its rules do not allow it",
            "502" or "503" or "504" => $"it makes no connection to {target.Authority} (status {status})",
            _ when isSecure && status[0] != '2' => $"it makes no connection to {target.Authority} (status {status})",
            _ => null,
        };

    /// <summary>Byte by byte: what follows the head belongs to Telegram.</summary>
    private async Task<string> ReadHeadAsync(CancellationToken cancellationToken)
    {
        var head = new StringBuilder();
        while (head.Length < MaxHead && !head.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal))
        {
            head.Append((char)(await ReadAsync(1, cancellationToken))[0]);
        }

        return head.ToString().Split("\r\n")[0];
    }

    private async Task<byte[]> ReadAsync(int count, CancellationToken cancellationToken)
    {
        var bytes = new byte[count];
        await stream.ReadExactlyAsync(bytes, cancellationToken);
        return bytes;
    }
}
