using PaymentBot.Storage;

namespace PaymentBot.Bot.Requests;

/// <summary>Remembers what people were told about a request, so that they are told once.</summary>
/// <param name="tables">Where the rows lie.</param>
/// <param name="timeProvider">The clock.</param>
public sealed class ToldStore(ITableStore tables, TimeProvider timeProvider)
{
    /// <summary>Tells, unless that was done before. A process that ends between telling and remembering tells again.</summary>
    /// <param name="request">The request it is about.</param>
    /// <param name="topic">What is told; letters, digits and <c>-_</c>, the same for the same news.</param>
    /// <param name="tell">Tells it.</param>
    /// <param name="cancellationToken">Ends the work; doing it again is safe.</param>
    /// <exception cref="StorageException">The store failed; doing it again is safe.</exception>
    public async Task OnceAsync(
        RequestKey request,
        string topic,
        Func<CancellationToken, Task> tell,
        CancellationToken cancellationToken
    )
    {
        if (await tables.GetAsync(TableName.Told, request.Value, topic, cancellationToken) is not null)
        {
            return;
        }

        await tell(cancellationToken);
        var row = new TableEntity(request.Value, topic) { ["At"] = timeProvider.GetUtcNow() };
        await tables.InsertAsync(TableName.Told, row, cancellationToken);
    }
}
