using System.Globalization;
using System.Text;

namespace PaymentBot.Storage.AzureStorage.Tables;

/// <summary>The addresses of tables, rows and queries, percent-encoded.</summary>
internal static class TableAddress
{
    private const char Separator = ' ';

    /// <summary>Where tables are made.</summary>
    public const string Tables = "/Tables";

    /// <summary>Where rows are added.</summary>
    public static string Of(TableName table) => "/" + NameOf(table);

    /// <summary>Where one row is.</summary>
    public static string Of(TableName table, string partitionKey, string rowKey) =>
        $"/{NameOf(table)}(PartitionKey='{Uri.EscapeDataString(partitionKey)}',RowKey='{Uri.EscapeDataString(rowKey)}')";

    /// <summary>Where a page of a query is.</summary>
    /// <exception cref="ArgumentException">The query or the token is not a valid one.</exception>
    public static string Of(TableName table, TableQuery query, string? continuationToken)
    {
        if (query.PageSize is < 1 or > TableQuery.MaxPageSize)
        {
            throw new ArgumentException("A page has 1 to 1000 rows.", nameof(query));
        }

        var address = new StringBuilder(128);
        address.Append(CultureInfo.InvariantCulture, $"/{NameOf(table)}()?$top={query.PageSize}");
        if (Filter(query) is { Length: > 0 } filter)
        {
            address.Append("&$filter=").Append(Uri.EscapeDataString(filter));
        }

        if (continuationToken is not null)
        {
            AppendToken(address, continuationToken);
        }

        return address.ToString();
    }

    /// <summary>A table's name at the service.</summary>
    public static string NameOf(TableName table) => table.ToString();

    /// <summary>Where the next page begins, out of the headers of the last; null at the end. The two parts hold no space.</summary>
    public static string? Token(string? nextPartitionKey, string? nextRowKey) =>
        nextPartitionKey is null ? null : $"{nextPartitionKey}{Separator}{nextRowKey}";

    private static void AppendToken(StringBuilder address, string token)
    {
        var separator = token.IndexOf(Separator, StringComparison.Ordinal);
        if (separator < 0)
        {
            throw new ArgumentException("This is not a continuation token of this store.", nameof(token));
        }

        address.Append("&NextPartitionKey=").Append(Uri.EscapeDataString(token[..separator]));
        if (separator + 1 < token.Length)
        {
            address.Append("&NextRowKey=").Append(Uri.EscapeDataString(token[(separator + 1)..]));
        }
    }

    private static string Filter(TableQuery query)
    {
        var conditions = new List<string>(3);
        Add("PartitionKey eq", query.PartitionKey);
        Add("RowKey ge", query.FromRowKey);
        Add("RowKey lt", query.BeforeRowKey);
        return string.Join(" and ", conditions);

        void Add(string comparison, string? value)
        {
            if (value is not null)
            {
                conditions.Add($"{comparison} '{value.Replace("'", "''", StringComparison.Ordinal)}'");
            }
        }
    }
}
