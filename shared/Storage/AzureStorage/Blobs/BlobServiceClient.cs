using System.Globalization;
using System.Text;
using Azure.Core;
using PaymentBot.Storage.AzureStorage.Pipeline;

namespace PaymentBot.Storage.AzureStorage.Blobs;

/// <summary>
/// One container of the blob service of an account (https://learn.microsoft.com/rest/api/storageservices/blob-service-rest-api): one request a call.
/// </summary>
internal sealed class BlobServiceClient(StorageService service, string container)
{
    private const string BlobType = "BlockBlob";

    /// <summary>Makes the container; one that is there is fine.</summary>
    public async Task CreateContainerIfNotExistsAsync(string name, CancellationToken cancellationToken)
    {
        using var message = service.CreateMessage(RequestMethod.Put, $"/{name}?restype=container");
        using var reply = await service.SendAsync(message, StorageOperation.CreateContainer, cancellationToken);
        if (!reply.Is(409, "ContainerAlreadyExists"))
        {
            reply.RequireSuccess();
        }
    }

    /// <summary>Puts a whole blob.</summary>
    public async ValueTask<StorageReply> PutBlobAsync(
        string name,
        ReadOnlyMemory<byte> content,
        CancellationToken cancellationToken
    )
    {
        using var message = CreateWrite(AddressOf(name), content);
        message.Request.Headers.SetValue("x-ms-blob-type", BlobType);
        message.Request.Headers.SetValue("Content-Type", "application/octet-stream");
        return await service.SendAsync(message, StorageOperation.PutBlob, cancellationToken);
    }

    /// <summary>Puts a part that nobody sees yet.</summary>
    public async ValueTask<StorageReply> PutBlockAsync(
        string name,
        string blockId,
        ReadOnlyMemory<byte> content,
        CancellationToken cancellationToken
    )
    {
        var address = $"{AddressOf(name)}?comp=block&blockid={Uri.EscapeDataString(blockId)}";
        using var message = CreateWrite(address, content);
        return await service.SendAsync(message, StorageOperation.PutBlock, cancellationToken);
    }

    /// <summary>Makes a blob of parts.</summary>
    public async ValueTask<StorageReply> PutBlockListAsync(
        string name,
        IEnumerable<string> blockIds,
        CancellationToken cancellationToken
    )
    {
        // After an attempt without an answer the parts may already be the blob's: "latest" finds them in either place.
        var body = new StringBuilder("<?xml version=\"1.0\" encoding=\"utf-8\"?><BlockList>");
        foreach (var id in blockIds)
        {
            body.Append("<Latest>").Append(id).Append("</Latest>");
        }

        body.Append("</BlockList>");
        using var message = CreateWrite($"{AddressOf(name)}?comp=blocklist", Encoding.UTF8.GetBytes(body.ToString()));
        message.Request.Headers.SetValue("x-ms-blob-content-type", "application/octet-stream");
        message.Request.Headers.SetValue("Content-Type", "application/xml");
        return await service.SendAsync(message, StorageOperation.PutBlockList, cancellationToken);
    }

    /// <summary>A request for a blob's content; belongs to the caller, who reads the answer's stream before disposing it.</summary>
    /// <param name="name">The blob.</param>
    /// <param name="offset">Where to begin.</param>
    /// <param name="eTag">Which version, or null for any.</param>
    public HttpMessage CreateGet(string name, long offset, string? eTag)
    {
        var message = service.CreateMessage(RequestMethod.Get, AddressOf(name));
        if (offset > 0)
        {
            message.Request.Headers.SetValue(
                "x-ms-range",
                string.Create(CultureInfo.InvariantCulture, $"bytes={offset}-")
            );
        }

        if (eTag is not null)
        {
            message.Request.Headers.SetValue("If-Match", eTag);
        }

        return message;
    }

    /// <summary>Sends a request for a blob's content.</summary>
    public ValueTask<StorageReply> OpenAsync(HttpMessage message, CancellationToken cancellationToken) =>
        service.OpenAsync(message, StorageOperation.GetBlob, cancellationToken);

    /// <summary>Reads a blob's length and version.</summary>
    public async ValueTask<StorageReply> GetPropertiesAsync(string name, CancellationToken cancellationToken)
    {
        using var message = service.CreateMessage(RequestMethod.Head, AddressOf(name));
        return await service.SendAsync(message, StorageOperation.GetBlobProperties, cancellationToken);
    }

    /// <summary>Removes a blob.</summary>
    public async ValueTask<StorageReply> DeleteAsync(string name, CancellationToken cancellationToken)
    {
        using var message = service.CreateMessage(RequestMethod.Delete, AddressOf(name));
        return await service.SendAsync(message, StorageOperation.DeleteBlob, cancellationToken);
    }

    private HttpMessage CreateWrite(string address, ReadOnlyMemory<byte> body)
    {
        var message = service.CreateMessage(RequestMethod.Put, address);
        message.Request.Content = RequestContent.Create(body);
        return message;
    }

    // The alphabet of names needs no percent signs.
    private string AddressOf(string name) => $"/{container}/{name}";
}
