using System.Globalization;
using System.Text;

namespace PaymentBot.Sandbox.Cloud.Azurite;

/// <summary>One storage account of an Azurite: all its own, and empty at first.</summary>
/// <param name="Name">The account's name.</param>
/// <param name="Key">The account's key, base64.</param>
/// <param name="BlobEndpoint">Where its blobs are, without a slash at the end.</param>
/// <param name="QueueEndpoint">Where its queues are.</param>
/// <param name="TableEndpoint">Where its tables are.</param>
internal sealed record AzuriteAccount(string Name, string Key, Uri BlobEndpoint, Uri QueueEndpoint, Uri TableEndpoint)
{
    /// <summary>The connection string, as the portal would show it.</summary>
    public string ConnectionString =>
        $"DefaultEndpointsProtocol=http;AccountName={Name};AccountKey={Key};BlobEndpoint={BlobEndpoint};QueueEndpoint={QueueEndpoint};TableEndpoint={TableEndpoint};";

    /// <summary>The name of the account of that number.</summary>
    public static string NameOf(int number) => string.Create(CultureInfo.InvariantCulture, $"account{number}");

    /// <summary>The key of the account of that number.</summary>
    public static string KeyOf(int number) =>
        Convert.ToBase64String(Encoding.UTF8.GetBytes($"key of {NameOf(number)}"));
}
