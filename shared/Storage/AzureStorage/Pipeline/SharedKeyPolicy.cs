using System.Globalization;
using Azure.Core;
using Azure.Core.Pipeline;
using PaymentBot.Storage.AzureStorage.Account;

namespace PaymentBot.Storage.AzureStorage.Pipeline;

/// <summary>
/// Signs each attempt with the account's key and the time of that attempt
/// (https://learn.microsoft.com/rest/api/storageservices/authorize-with-shared-key).
/// </summary>
/// <param name="account">The account, with its key.</param>
/// <param name="stringToSign">What is signed: <see cref="SharedKey"/> has a form for tables and another for blobs and queues.</param>
/// <param name="timeProvider">The clock; the services refuse one that is a quarter of an hour off.</param>
internal sealed class SharedKeyPolicy(
    StorageAccount account,
    Func<Request, string, string> stringToSign,
    TimeProvider timeProvider
) : HttpPipelineSynchronousPolicy
{
    private readonly byte[] _key =
        account.Key ?? throw new ArgumentException("The account has no key.", nameof(account));

    /// <inheritdoc />
    public override void OnSendingRequest(HttpMessage message)
    {
        var request = message.Request;
        request.Headers.SetValue("x-ms-date", timeProvider.GetUtcNow().ToString("R", CultureInfo.InvariantCulture));
        var signature = SharedKey.Sign(_key, stringToSign(request, account.Name));
        request.Headers.SetValue("Authorization", $"SharedKey {account.Name}:{signature}");
    }
}
