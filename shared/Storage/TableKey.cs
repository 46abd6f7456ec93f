using System.Buffers;

namespace PaymentBot.Storage;

/// <summary>The rule for the keys of rows, the same in every store: a caller's mistake fails on the laptop as it would in the cloud.</summary>
public static class TableKey
{
    private const int MaxLength = 512;

    private static readonly SearchValues<char> Alphabet = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._:-|~@"
    );

    /// <summary>Throws unless the key is 1 to 512 characters out of <c>A-Z a-z 0-9 . _ : - | ~ @</c>.</summary>
    /// <param name="key">A partition or row key.</param>
    /// <param name="parameterName">What the caller calls it.</param>
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
}
