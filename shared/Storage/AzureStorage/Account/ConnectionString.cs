namespace PaymentBot.Storage.AzureStorage.Account;

/// <summary>
/// Reads a connection string (https://learn.microsoft.com/azure/storage/common/storage-configure-connection-string). Faults are told by the names of
/// the parts, never by their values.
/// </summary>
internal static class ConnectionString
{
    private const string DefaultSuffix = "core.windows.net";
    private const string Loopback = "127.0.0.1";
    private const string DevelopmentAccount = "devstoreaccount1";

    // The emulator's key is the same everywhere and is in Microsoft's documentation.
    private const string DevelopmentKey =
        "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    /// <summary>The account that a connection string names.</summary>
    /// <exception cref="AzureStorageOptionsException">It is not a connection string with an account key.</exception>
    public static StorageAccount Parse(string text)
    {
        var parts = Split(text);
        if (parts.TryGetValue("UseDevelopmentStorage", out var development))
        {
            return string.Equals(development, "true", StringComparison.OrdinalIgnoreCase)
                ? Development(parts.GetValueOrDefault("DevelopmentStorageProxyUri"))
                : throw new AzureStorageOptionsException("UseDevelopmentStorage must be true, or be left out.");
        }

        if (parts.ContainsKey("SharedAccessSignature"))
        {
            throw new AzureStorageOptionsException(
                "A connection string with a SharedAccessSignature is not supported: give one with an AccountKey, or the account's name to sign in with an identity."
            );
        }

        var name = Require(parts, "AccountName");
        return new StorageAccount
        {
            Name = name,
            Key = RequireBase64(Require(parts, "AccountKey")),
            BlobEndpoint = Endpoint(parts, "BlobEndpoint", name, "blob"),
            QueueEndpoint = Endpoint(parts, "QueueEndpoint", name, "queue"),
            TableEndpoint = Endpoint(parts, "TableEndpoint", name, "table"),
        };
    }

    private static Dictionary<string, string> Split(string text)
    {
        var parts = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var part in text.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            // A key is base64 and may end with equal signs of its own.
            var equals = part.IndexOf('=', StringComparison.Ordinal);
            if (equals <= 0 || !parts.TryAdd(part[..equals], part[(equals + 1)..]))
            {
                throw new AzureStorageOptionsException(
                    "A connection string is made of Name=Value, each name once, apart by semicolons."
                );
            }
        }

        return parts;
    }

    private static StorageAccount Development(string? proxy)
    {
        if (!StorageAccount.IsEndpoint(proxy ?? $"{Uri.UriSchemeHttp}://{Loopback}", out var host))
        {
            throw new AzureStorageOptionsException("DevelopmentStorageProxyUri must be an http or https address.");
        }

        return new StorageAccount
        {
            Name = DevelopmentAccount,
            Key = DevelopmentKey,
            BlobEndpoint = At(10000),
            QueueEndpoint = At(10001),
            TableEndpoint = At(10002),
        };

        Uri At(int port) => new UriBuilder(host.Scheme, host.Host, port, DevelopmentAccount).Uri;
    }

    private static Uri Endpoint(Dictionary<string, string> parts, string part, string account, string service)
    {
        if (parts.TryGetValue(part, out var text))
        {
            return StorageAccount.IsEndpoint(text, out var address)
                ? address
                : throw new AzureStorageOptionsException($"{part} must be an http or https address without a query.");
        }

        var scheme = parts.GetValueOrDefault("DefaultEndpointsProtocol", Uri.UriSchemeHttps);
        var suffix = parts.GetValueOrDefault("EndpointSuffix", DefaultSuffix);
        return StorageAccount.IsEndpoint($"{scheme}://{account}.{service}.{suffix}", out var made)
            ? made
            : throw new AzureStorageOptionsException(
                "DefaultEndpointsProtocol, AccountName and EndpointSuffix make no address."
            );
    }

    private static string Require(Dictionary<string, string> parts, string name) =>
        parts.TryGetValue(name, out var value) && value.Length > 0
            ? value
            : throw new AzureStorageOptionsException($"{name} is missing in the connection string.");

    private static string RequireBase64(string key) =>
        Convert.TryFromBase64String(key, new byte[key.Length], out var length) && length > 0
            ? key
            : throw new AzureStorageOptionsException("AccountKey must be base64.");
}
