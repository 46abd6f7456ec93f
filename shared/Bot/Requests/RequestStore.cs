using System.Diagnostics;
using System.Text.Json;
using PaymentBot.Approvals;
using PaymentBot.Storage;

namespace PaymentBot.Bot.Requests;

/// <summary>The latest snapshot of each request: one row, read and written by key; a text too long for it lies in a blob.</summary>
/// <param name="tables">Where the rows lie.</param>
/// <param name="blobs">Where long texts lie.</param>
/// <param name="timeProvider">The clock.</param>
public sealed class RequestStore(ITableStore tables, IBlobStore blobs, TimeProvider timeProvider)
{
    private const string Row = "request";

    /// <summary>How often a row is read whose text was replaced between the two readings.</summary>
    private const int Readings = 4;

    private readonly RowOrBlobText _texts = new(blobs);

    /// <summary>Reads the latest snapshot.</summary>
    /// <param name="key">The request.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The request, or null when none of that key was announced.</returns>
    /// <exception cref="StorageException">The store failed; asking again is safe.</exception>
    public async ValueTask<StoredRequest?> GetAsync(RequestKey key, CancellationToken cancellationToken)
    {
        for (var reading = 0; reading < Readings; reading++)
        {
            if (await tables.GetAsync(TableName.Requests, key.Value, Row, cancellationToken) is not { } entity)
            {
                return null;
            }

            if (await _texts.ReadAsync(entity, cancellationToken) is { } text)
            {
                return FromEntity(entity, text);
            }
        }

        throw new StorageException("The text of a snapshot is gone.", "BlobNotFound");
    }

    /// <summary>Stores a snapshot unless a newer one is there.</summary>
    /// <param name="request">The snapshot.</param>
    /// <param name="contentHash">Its content hash.</param>
    /// <param name="cancellationToken">Ends the wait; the snapshot may have been stored all the same.</param>
    /// <exception cref="StorageException">The store failed; saving again is safe.</exception>
    public async ValueTask<SaveOutcome> SaveAsync(
        PaymentRequest request,
        string contentHash,
        CancellationToken cancellationToken
    )
    {
        var key = RequestKey.Of(request.Id).Value;
        TableEntity? fresh = null;
        while (true)
        {
            var existing = await tables.GetAsync(TableName.Requests, key, Row, cancellationToken);
            if (existing is not null && Compare(existing, request.Revision, contentHash) is { } settled)
            {
                await _texts.ForgetAsync(fresh, cancellationToken);
                return settled;
            }

            fresh ??= await ToEntityAsync(request, contentHash, cancellationToken);
            NoteSince(fresh, existing, request.Revision);
            var eTag = existing is null
                ? await tables.InsertAsync(TableName.Requests, fresh, cancellationToken)
                : await tables.ReplaceAsync(
                    TableName.Requests,
                    fresh.KeepOthersOf(existing),
                    existing.ETag!,
                    cancellationToken
                );
            if (eTag is not null)
            {
                await _texts.ForgetAsync(existing, cancellationToken);
                return SaveOutcome.Stored;
            }
        }
    }

    private static SaveOutcome? Compare(TableEntity existing, long revision, string contentHash)
    {
        var stored = existing.GetInt64("Revision") ?? 0;
        if (stored != revision)
        {
            return stored > revision ? SaveOutcome.Stale : null;
        }

        return string.Equals(existing.GetString("ContentHash"), contentHash, StringComparison.Ordinal)
            ? SaveOutcome.Unchanged
            : SaveOutcome.RevisionReused;
    }

    private static StoredRequest FromEntity(TableEntity entity, string text) =>
        new(
            JsonSerializer.Deserialize(text, LedgerJsonContext.Default.PaymentRequest)!,
            entity.GetString("ContentHash")!,
            entity.GetDateTimeOffset("StoredAt") ?? default
        )
        {
            Traceparent = entity.GetString("Traceparent"),
            Since = SinceOf(entity),
        };

    private static UnchangedSince SinceOf(TableEntity entity)
    {
        var revision = entity.GetInt64("Revision") ?? 0;
        return new UnchangedSince(
            entity.GetInt64("ContentSince") ?? revision,
            entity.GetInt64("StageSince") ?? revision
        );
    }

    /// <summary>Whatever differs from the snapshot before begins with this one.</summary>
    private static void NoteSince(TableEntity fresh, TableEntity? existing, long revision)
    {
        var sameContent = string.Equals(
            existing?.GetString("Substance"),
            fresh.GetString("Substance"),
            StringComparison.Ordinal
        );
        var sameStage = sameContent && existing?.GetInt64("Stage") == fresh.GetInt64("Stage");
        var before = existing is null ? UnchangedSince.Revision(revision) : SinceOf(existing);
        fresh["ContentSince"] = sameContent ? before.Content : revision;
        fresh["StageSince"] = sameStage ? before.Stage : revision;
    }

    /// <summary>
    /// What an approver signs, without where the document stands: 22 characters that differ when anything but route, status, revision, groups and priority
    /// differs, the same as long as the revision grows only because somebody has agreed.
    /// </summary>
    private static string SubstanceOf(PaymentRequest request)
    {
        var signed = request with
        {
            Revision = 0,
            Status = RequestStatus.Pending,
            Route = [],
            Groups = [],
            Priority = null,
        };
        return StorageKey.Of(JsonSerializer.Serialize(signed, LedgerJsonContext.Default.PaymentRequest));
    }

    private async ValueTask<TableEntity> ToEntityAsync(
        PaymentRequest request,
        string contentHash,
        CancellationToken cancellationToken
    )
    {
        var entity = new TableEntity(RequestKey.Of(request.Id).Value, Row)
        {
            ["Id"] = request.Id.Value,
            ["Revision"] = request.Revision,
            ["Status"] = request.Status.ToString(),
            ["ContentHash"] = contentHash,
            ["Substance"] = SubstanceOf(request),
            ["Stage"] = (long)(request.CurrentStage?.Number ?? 0),
            ["StoredAt"] = timeProvider.GetUtcNow(),
            ["Traceparent"] = Activity.Current is { IdFormat: ActivityIdFormat.W3C } activity ? activity.Id : null,
        };
        var text = JsonSerializer.Serialize(request, LedgerJsonContext.Default.PaymentRequest);
        await _texts.WriteAsync(entity, text, cancellationToken);
        return entity;
    }
}

/// <summary>A request as it lies in the store.</summary>
/// <param name="Request">The latest snapshot.</param>
/// <param name="ContentHash">Its content hash, <c>sha256:</c> and 64 hexadecimal digits.</param>
/// <param name="StoredAt">When this revision was stored.</param>
public sealed record StoredRequest(PaymentRequest Request, string ContentHash, DateTimeOffset StoredAt)
{
    /// <summary>The key of everything that belongs to the request.</summary>
    public RequestKey Key => RequestKey.Of(Request.Id);

    /// <summary>Since when it is as it is.</summary>
    public UnchangedSince Since { get; init; } = UnchangedSince.Revision(Request.Revision);

    /// <summary>The trace this revision was stored in (https://www.w3.org/TR/trace-context/#traceparent-header), for decisions on it to go on in; null when there was none.</summary>
    public string? Traceparent { get; init; }
}

/// <summary>What became of a snapshot that was to be stored.</summary>
public enum SaveOutcome
{
    /// <summary>It is the latest now.</summary>
    Stored,

    /// <summary>The very same revision with the same content was there already.</summary>
    Unchanged,

    /// <summary>A newer revision is there; nothing was changed.</summary>
    Stale,

    /// <summary>The same revision with other content is there; nothing was changed.</summary>
    RevisionReused,
}
