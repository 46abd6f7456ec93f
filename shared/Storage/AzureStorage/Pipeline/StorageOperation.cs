namespace PaymentBot.Storage.AzureStorage.Pipeline;

/// <summary>The operations of the three services that the adapter uses, by the names of the REST interface. Each is billed once an attempt.</summary>
internal enum StorageOperation
{
    /// <summary>Table: reads one row.</summary>
    GetEntity,

    /// <summary>Table: reads a page of rows.</summary>
    QueryEntities,

    /// <summary>Table: adds a row.</summary>
    InsertEntity,

    /// <summary>Table: replaces a row of a certain version.</summary>
    UpdateEntity,

    /// <summary>Table: adds or replaces a row.</summary>
    InsertOrReplaceEntity,

    /// <summary>Table: removes a row.</summary>
    DeleteEntity,

    /// <summary>Table: makes a table.</summary>
    CreateTable,

    /// <summary>Queue: puts a message.</summary>
    PutMessage,

    /// <summary>Queue: leases up to 32 messages.</summary>
    GetMessages,

    /// <summary>Queue: looks at up to 32 messages.</summary>
    PeekMessages,

    /// <summary>Queue: changes a leased message.</summary>
    UpdateMessage,

    /// <summary>Queue: removes a leased message.</summary>
    DeleteMessage,

    /// <summary>Queue: counts the messages.</summary>
    GetQueueMetadata,

    /// <summary>Queue: makes a queue.</summary>
    CreateQueue,

    /// <summary>Blob: puts a whole blob.</summary>
    PutBlob,

    /// <summary>Blob: puts a part.</summary>
    PutBlock,

    /// <summary>Blob: makes a blob of parts.</summary>
    PutBlockList,

    /// <summary>Blob: reads content.</summary>
    GetBlob,

    /// <summary>Blob: reads the length.</summary>
    GetBlobProperties,

    /// <summary>Blob: removes a blob; not billed.</summary>
    DeleteBlob,

    /// <summary>Blob: makes a container.</summary>
    CreateContainer,
}
