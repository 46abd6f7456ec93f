namespace PaymentBot.Erp;

/// <summary>Reads the addresses of services that somebody has to configure.</summary>
public static class WebAddress
{
    /// <summary>Reads an address.</summary>
    /// <param name="text">Any text, or null.</param>
    /// <returns>An absolute http or https address without login and password, which would end up in logs; null for anything else.</returns>
    public static Uri? Parse(string? text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address)
        && address is { Scheme: "https" or "http", UserInfo.Length: 0 }
            ? address
            : null;

    /// <summary>Whether nobody on the way can read along: https, or a service on this machine.</summary>
    /// <param name="address">An address as <see cref="Parse"/> reads it.</param>
    public static bool IsSafe(Uri address)
    {
        ArgumentNullException.ThrowIfNull(address);
        return address.IsLoopback || string.Equals(address.Scheme, Uri.UriSchemeHttps, StringComparison.Ordinal);
    }
}
