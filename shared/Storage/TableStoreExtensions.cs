using System.Runtime.CompilerServices;

namespace PaymentBot.Storage;

/// <summary>Reading all pages of a query.</summary>
public static class TableStoreExtensions
{
    /// <summary>Reads every row of a query, page by page.</summary>
    /// <param name="store">The tables.</param>
    /// <param name="table">The table.</param>
    /// <param name="query">Which rows.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public static async IAsyncEnumerable<TableEntity> ReadAllAsync(
        this ITableStore store,
        TableName table,
        TableQuery query,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        string? token = null;
        do
        {
            var page = await store.QueryAsync(table, query, token, cancellationToken);
            foreach (var row in page.Rows)
            {
                yield return row;
            }

            token = page.ContinuationToken;
        } while (token is not null);
    }
}
