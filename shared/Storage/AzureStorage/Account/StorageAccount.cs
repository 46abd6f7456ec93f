using System.Diagnostics.CodeAnalysis;

namespace PaymentBot.Storage.AzureStorage.Account;

/// <summary>Where an account's services are, and its key, if it is reached with one.</summary>
internal sealed class StorageAccount
{
    /// <summary>The account's name; empty when it is reached with an identity, which needs none.</summary>
    public string Name { get; init; } = "";

    /// <summary>The account's key, base64, or null to sign in with an identity.</summary>
    public string? Key { get; init; }

    /// <summary>Where blobs are.</summary>
    public required Uri BlobEndpoint { get; init; }

    /// <summary>Where queues are.</summary>
    public required Uri QueueEndpoint { get; init; }

    /// <summary>Where tables are.</summary>
    public required Uri TableEndpoint { get; init; }

    /// <summary>The account that options name.</summary>
    /// <exception cref="AzureStorageOptionsException">They name none, or one that would be sent a token in the clear.</exception>
    public static StorageAccount From(AzureStorageOptions options) =>
        options.ConnectionString is { } text
            ? ConnectionString.Parse(text)
            : new StorageAccount
            {
                BlobEndpoint = WithIdentity(options.BlobServiceUri, options.AccountName, "blob"),
                QueueEndpoint = WithIdentity(options.QueueServiceUri, options.AccountName, "queue"),
                TableEndpoint = WithIdentity(options.TableServiceUri, options.AccountName, "table"),
            };

    /// <summary>Whether a text is an address that a service may have.</summary>
    public static bool IsEndpoint(string text, [NotNullWhen(true)] out Uri? address) =>
        Uri.TryCreate(text, UriKind.Absolute, out address)
        && (IsHttps(address) || string.Equals(address.Scheme, Uri.UriSchemeHttp, StringComparison.Ordinal))
        && address.Query.Length == 0;

    private static Uri WithIdentity(Uri? given, string? account, string service)
    {
        var address =
            given
            ?? (account is null ? null : new Uri($"https://{account}.{service}.core.windows.net"))
            ?? throw new AzureStorageOptionsException(
                $"The storage account is missing: its name, or its {service}ServiceUri."
            );
        return IsHttps(address)
            ? address
            : throw new AzureStorageOptionsException(
                $"The address of the {service} service must be https: a token must not be sent in the clear."
            );
    }

    private static bool IsHttps(Uri address) =>
        string.Equals(address.Scheme, Uri.UriSchemeHttps, StringComparison.Ordinal);
}
