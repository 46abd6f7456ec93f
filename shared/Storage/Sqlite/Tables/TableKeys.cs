namespace PaymentBot.Storage.Sqlite.Tables;

/// <summary>Two bounds that lie outside of the alphabet of keys on purpose.</summary>
internal static class TableKeys
{
    /// <summary>Greater than every key: the alphabet ends with <c>~</c>.</summary>
    public const string AboveAll = "\u007f";

    /// <summary>The smallest text that is greater than a key.</summary>
    public static string After(string key) => key + "\u0001";
}
