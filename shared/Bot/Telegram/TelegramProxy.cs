using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Net;

namespace PaymentBot.Bot.Telegram;

/// <summary>
/// A proxy on the way to Telegram: <c>socks5://[login:password@]host:port</c> or <c>http://[login:password@]host:port</c>. <c>socks5h</c> is the same as <c>socks5</c>: the proxy resolves
/// Telegram's name, for where Telegram is blocked the names often are. A class, not a record: printing it must not print the password.
/// </summary>
public sealed class TelegramProxy
{
    private const int MaxCredential = 255;

    private TelegramProxy(bool isSocks, string host, int port)
    {
        IsSocks = isSocks;
        Host = host;
        Port = port;
    }

    /// <summary>SOCKS5 (RFC 1928); otherwise an HTTP proxy that is asked by CONNECT.</summary>
    public bool IsSocks { get; }

    /// <summary>Its name or address, an IPv6 address without brackets.</summary>
    public string Host { get; }

    /// <summary>Its port, 1 to 65535.</summary>
    public int Port { get; }

    /// <summary>The login, 1 to 255 bytes, or null.</summary>
    public string? Login { get; private init; }

    /// <summary>The password, up to 255 bytes, or null without a login.</summary>
    public string? Password { get; private init; }

    /// <summary>Reads a proxy's address.</summary>
    /// <param name="text">The address; in login and password everything but letters, digits and <c>-._~</c> is percent-encoded.</param>
    /// <param name="proxy">The proxy, or null.</param>
    /// <returns>Whether the text is such an address.</returns>
    public static bool TryParse(string? text, [NotNullWhen(true)] out TelegramProxy? proxy)
    {
        var isAddress = Uri.TryCreate(text, UriKind.Absolute, out var address) && IsProxy(text, address);
        proxy =
            isAddress && CredentialsOf(address!.UserInfo) is var (login, password)
                ? Make(address, login, password)
                : null;
        return proxy is not null;
    }

    /// <summary>Kind, host and port; nothing of the login.</summary>
    public override string ToString() => Address().GetLeftPart(UriPartial.Authority);

    internal WebProxy ToWebProxy() =>
        new(Address()) { Credentials = Login is null ? null : new NetworkCredential(Login, Password) };

    private static TelegramProxy Make(Uri address, string login, string password)
    {
        var isSocks = !string.Equals(address.Scheme, Uri.UriSchemeHttp, StringComparison.Ordinal);
        return new TelegramProxy(isSocks, address.DnsSafeHost, address.Port)
        {
            Login = login.Length == 0 ? null : login,
            Password = login.Length == 0 ? null : password,
        };
    }

    private static bool IsProxy(string text, Uri address) =>
        address.Scheme is "socks5" or "socks5h" or "http"
        && address.PathAndQuery.Trim('/').Length == 0
        && address.Fragment.Length == 0
        && address.Host.Length > 0
        && NamesPort(text, address);

    /// <summary>Login and password, both empty where there is no login; null when they are none.</summary>
    private static (string Login, string Password)? CredentialsOf(string userInfo)
    {
        var split = userInfo.IndexOf(':', StringComparison.Ordinal);
        var login = Uri.UnescapeDataString(split < 0 ? userInfo : userInfo[..split]);
        var password = split < 0 ? string.Empty : Uri.UnescapeDataString(userInfo[(split + 1)..]);
        var isNameless = userInfo.Length > 0 && login.Length == 0;
        return isNameless || IsTooLong(login) || IsTooLong(password) ? null : (login, password);
    }

    private Uri Address() => new UriBuilder(IsSocks ? "socks5" : "http", Host, Port).Uri;

    /// <summary>A proxy has no usual port; http's own would hide that none was given.</summary>
    private static bool NamesPort(string text, Uri address) =>
        address.Port is > 0 and <= 65535
        && text.TrimEnd('/')
            .EndsWith($":{address.Port.ToString(CultureInfo.InvariantCulture)}", StringComparison.Ordinal);

    private static bool IsTooLong(string text) => System.Text.Encoding.UTF8.GetByteCount(text) > MaxCredential;
}
