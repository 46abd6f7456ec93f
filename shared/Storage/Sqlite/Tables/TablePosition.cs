namespace PaymentBot.Storage.Sqlite.Tables;

/// <summary>Where a page ends, as a continuation token: the keys of its last row, apart by a space, which no key can hold.</summary>
/// <param name="Partition">The last row's partition.</param>
/// <param name="Row">The last row's key.</param>
internal readonly record struct TablePosition(string Partition, string Row)
{
    private const char Separator = ' ';

    /// <summary>Reads a token.</summary>
    /// <exception cref="ArgumentException">It is not one of ours.</exception>
    public static TablePosition Parse(string token)
    {
        var separator = token.IndexOf(Separator, StringComparison.Ordinal);
        return separator > 0
            ? new TablePosition(token[..separator], token[(separator + 1)..])
            : throw new ArgumentException("This is not a continuation token of this store.", nameof(token));
    }

    /// <summary>The token.</summary>
    public string ToToken() => $"{Partition}{Separator}{Row}";
}
