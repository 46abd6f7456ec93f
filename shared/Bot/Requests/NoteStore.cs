using PaymentBot.Storage;

namespace PaymentBot.Bot.Requests;

/// <summary>What the bot remembers of itself, one row for each topic; the last note counts.</summary>
/// <param name="tables">Where the rows lie.</param>
/// <param name="timeProvider">The clock.</param>
public sealed class NoteStore(ITableStore tables, TimeProvider timeProvider)
{
    private const string Partition = "notes";

    /// <summary>Reads a note.</summary>
    /// <param name="topic">What it is about; letters, digits and <c>-_</c>.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The note, or null when there is none.</returns>
    /// <exception cref="StorageException">The store failed; reading again is safe.</exception>
    public async ValueTask<Note?> FindAsync(string topic, CancellationToken cancellationToken) =>
        await tables.GetAsync(TableName.Notes, Partition, topic, cancellationToken) is { } row
            ? new Note(row.GetString("Text") ?? string.Empty, row.GetDateTimeOffset("At") ?? default)
            : null;

    /// <summary>Writes a note over the one before.</summary>
    /// <param name="topic">What it is about; letters, digits and <c>-_</c>.</param>
    /// <param name="text">The note.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="StorageException">The store failed; writing again is safe.</exception>
    public async ValueTask WriteAsync(string topic, string text, CancellationToken cancellationToken)
    {
        var row = new TableEntity(Partition, topic) { ["Text"] = text, ["At"] = timeProvider.GetUtcNow() };
        await tables.UpsertAsync(TableName.Notes, row, cancellationToken);
    }

    /// <summary>Forgets a note.</summary>
    /// <param name="topic">What it is about.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="StorageException">The store failed; forgetting again is safe.</exception>
    public async ValueTask ForgetAsync(string topic, CancellationToken cancellationToken) =>
        await tables.DeleteAsync(TableName.Notes, Partition, topic, null, cancellationToken);
}

/// <summary>Something the bot remembers of itself.</summary>
/// <param name="Text">What.</param>
/// <param name="At">Since when.</param>
public sealed record Note(string Text, DateTimeOffset At);
