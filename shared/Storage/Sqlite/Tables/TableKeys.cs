using System.Buffers;

namespace PaymentBot.Storage.Sqlite.Tables;

/// <summary>The rule for keys, and the two keys that lie outside of it on purpose: a caller's mistake fails here as it would in the cloud.</summary>
internal static class TableKeys
{
    /// <summary>Greater than every key: the alphabet ends with <c>~</c>.</summary>
    public const string AboveAll = "\u007f";

    private const int MaxLength = 512;

    private static readonly SearchValues<char> Alphabet = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._:-|~@"
    );

    /// <summary>Throws unless the key is 1 to 512 characters of the alphabet.</summary>
    /// <exception cref="ArgumentException">It is not.</exception>
    public static void Require(string key, string parameterName)
    {
        if (key is not { Length: > 0 and <= MaxLength } || key.AsSpan().ContainsAnyExcept(Alphabet))
        {
            throw new ArgumentException(
                "A key is 1 to 512 characters out of A-Z a-z 0-9 . _ : - | ~ @.",
                parameterName
            );
        }
    }

    /// <summary>The smallest text that is greater than a key.</summary>
    public static string After(string key) => key + "\u0001";
}
