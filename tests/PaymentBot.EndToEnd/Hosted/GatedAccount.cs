using PaymentBot.Sandbox.Cloud.Azurite;

namespace PaymentBot.EndToEnd.Hosted;

/// <summary>A storage account behind gates.</summary>
internal static class GatedAccount
{
    public static AzuriteAccount Through(
        this AzuriteAccount account,
        TcpGate? blobs = null,
        TcpGate? queues = null,
        TcpGate? tables = null
    ) =>
        account with
        {
            BlobEndpoint = Through(account.BlobEndpoint, blobs),
            QueueEndpoint = Through(account.QueueEndpoint, queues),
            TableEndpoint = Through(account.TableEndpoint, tables),
        };

    private static Uri Through(Uri endpoint, TcpGate? gate) =>
        gate is null ? endpoint : new UriBuilder(endpoint) { Port = gate.Port }.Uri;
}
