using System.Text;
using Azure.Core;
using PaymentBot.Storage.AzureStorage.Pipeline;

namespace PaymentBot.Storage.AzureStorage.Tables;

/// <summary>The table service of an account (https://learn.microsoft.com/rest/api/storageservices/table-service-rest-api): one request a call.</summary>
internal sealed class TableServiceClient(StorageService service)
{
    private const string Json = "application/json";

    // Types are needed, addresses are not.
    private const string TypedJson = "application/json;odata=minimalmetadata";

    /// <summary>Makes a table; one that is there is fine.</summary>
    public async Task CreateTableIfNotExistsAsync(string tableName, CancellationToken cancellationToken)
    {
        using var message = CreateWrite(
            RequestMethod.Post,
            TableAddress.Tables,
            Encoding.UTF8.GetBytes($$"""{"TableName":"{{tableName}}"}""")
        );
        using var reply = await service.SendAsync(message, StorageOperation.CreateTable, cancellationToken);
        if (!reply.Is(409, "TableAlreadyExists"))
        {
            reply.RequireSuccess();
        }
    }

    /// <summary>Reads a row or a page of rows.</summary>
    public async ValueTask<StorageReply> ReadAsync(
        StorageOperation operation,
        string address,
        CancellationToken cancellationToken
    )
    {
        using var message = Create(RequestMethod.Get, address, TypedJson);
        return await service.SendAsync(message, operation, cancellationToken);
    }

    /// <summary>Adds a row.</summary>
    public async ValueTask<StorageReply> InsertAsync(
        string address,
        ReadOnlyMemory<byte> body,
        CancellationToken cancellationToken
    )
    {
        using var message = CreateWrite(RequestMethod.Post, address, body);
        return await service.SendAsync(message, StorageOperation.InsertEntity, cancellationToken);
    }

    /// <summary>Replaces a row of a certain version; with no version, adds it or replaces any.</summary>
    public async ValueTask<StorageReply> PutAsync(
        string address,
        ReadOnlyMemory<byte> body,
        string? eTag,
        CancellationToken cancellationToken
    )
    {
        using var message = CreateWrite(RequestMethod.Put, address, body);
        if (eTag is not null)
        {
            message.Request.Headers.SetValue("If-Match", eTag);
        }

        var operation = eTag is null ? StorageOperation.InsertOrReplaceEntity : StorageOperation.UpdateEntity;
        return await service.SendAsync(message, operation, cancellationToken);
    }

    /// <summary>Removes a row of a certain version.</summary>
    public async ValueTask<StorageReply> DeleteAsync(string address, string eTag, CancellationToken cancellationToken)
    {
        using var message = Create(RequestMethod.Delete, address, Json);
        message.Request.Headers.SetValue("If-Match", eTag);
        return await service.SendAsync(message, StorageOperation.DeleteEntity, cancellationToken);
    }

    private HttpMessage CreateWrite(RequestMethod method, string address, ReadOnlyMemory<byte> body)
    {
        var message = Create(method, address, "application/json;odata=nometadata");
        message.Request.Headers.SetValue("Content-Type", Json);
        message.Request.Headers.SetValue("Prefer", "return-no-content");
        message.Request.Content = RequestContent.Create(body);
        return message;
    }

    private HttpMessage Create(RequestMethod method, string address, string accept)
    {
        var message = service.CreateMessage(method, address);
        message.Request.Headers.SetValue("Accept", accept);
        message.Request.Headers.SetValue("DataServiceVersion", "3.0");
        message.Request.Headers.SetValue("MaxDataServiceVersion", "3.0;NetFx");
        return message;
    }
}
