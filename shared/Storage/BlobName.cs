using System.Buffers;

namespace PaymentBot.Storage;

/// <summary>The rule for the names of blobs, the same in every store.</summary>
public static class BlobName
{
    private const int MaxLength = 200;

    private static readonly SearchValues<char> Alphabet = SearchValues.Create(
        "abcdefghijklmnopqrstuvwxyz0123456789/.-"
    );

    /// <summary>
    /// Throws unless the name is 1 to 200 characters out of <c>a-z 0-9 / . -</c> and no part between slashes is empty or ends with a dot: an
    /// address would lose such a part on its way.
    /// </summary>
    /// <param name="name">The name.</param>
    /// <param name="parameterName">What the caller calls it.</param>
    /// <exception cref="ArgumentException">It is not.</exception>
    public static void Require(string name, string parameterName)
    {
        if (
            name is not { Length: > 0 and <= MaxLength }
            || name.AsSpan().ContainsAnyExcept(Alphabet)
            || !HasWholeParts(name)
        )
        {
            throw new ArgumentException(
                "A blob's name is 1 to 200 characters out of a-z 0-9 / . -, no part of it empty or with a dot at its end.",
                parameterName
            );
        }
    }

    private static bool HasWholeParts(string name)
    {
        foreach (var part in name.AsSpan().Split('/'))
        {
            if (name.AsSpan(part) is [] or [.., '.'])
            {
                return false;
            }
        }

        return true;
    }
}
