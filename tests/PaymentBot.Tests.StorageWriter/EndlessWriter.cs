using PaymentBot.Storage;
using PaymentBot.Storage.Sqlite;

namespace PaymentBot.Tests.StorageWriter;

/// <summary>Writes rows, messages and blobs, and prints a line for each write that was acknowledged.</summary>
internal sealed class EndlessWriter(SqliteDatabase database, string run, TextWriter acknowledged)
{
    private const int Writers = 4;
    private const int BlobLength = 600_000;

    /// <summary>Ends with the first failure only, which is then thrown.</summary>
    public async Task RunAsync(CancellationToken cancellationToken) =>
        await await Task.WhenAny([
            .. Enumerable.Range(0, Writers).Select(i => InsertAsync(i, cancellationToken)),
            PoisonAsync(cancellationToken),
            UploadAsync(cancellationToken),
        ]);

    /// <summary>Inserts a row, replaces it, and acknowledges both.</summary>
    private async Task InsertAsync(int writer, CancellationToken cancellationToken)
    {
        var i = 0;
        while (!cancellationToken.IsCancellationRequested)
        {
            var row = new TableEntity("killed", $"{run}-{writer}-{i++:d6}") { ["State"] = "inserted" };
            var eTag = await database.Tables.InsertAsync(TableName.Requests, row, cancellationToken);
            await AcknowledgeAsync("inserted", row.RowKey);
            row["State"] = "replaced";
            await database.Tables.ReplaceAsync(TableName.Requests, row, eTag ?? "", cancellationToken);
            await AcknowledgeAsync("replaced", row.RowKey);
        }
    }

    /// <summary>Puts a message, receives it and moves it to the poison queue.</summary>
    private async Task PoisonAsync(CancellationToken cancellationToken)
    {
        var i = 0;
        while (!cancellationToken.IsCancellationRequested)
        {
            var body = $"{run}-{i++:d6}";
            await database.QueueSender.PutAsync(QueueName.Decisions, body, TimeSpan.Zero, cancellationToken);
            await AcknowledgeAsync("put", body);
            var messages = await database.QueueReceiver.ReceiveAsync(
                QueueName.Decisions,
                32,
                TimeSpan.FromHours(1),
                cancellationToken
            );
            foreach (var message in messages)
            {
                await database.QueueReceiver.PoisonAsync(QueueName.Decisions, message, cancellationToken);
                await AcknowledgeAsync("poisoned", message.Body);
            }
        }
    }

    /// <summary>Replaces one blob by ever new content, each filled with one byte.</summary>
    private async Task UploadAsync(CancellationToken cancellationToken)
    {
        var i = 0;
        while (!cancellationToken.IsCancellationRequested)
        {
            var content = new byte[BlobLength];
            content.AsSpan().Fill((byte)i);
            await database.Blobs.UploadAsync("killed", new MemoryStream(content), cancellationToken);
            await AcknowledgeAsync("uploaded", $"{i++}");
        }
    }

    private Task AcknowledgeAsync(string what, string which) => acknowledged.WriteLineAsync($"{what} {which} .");
}
