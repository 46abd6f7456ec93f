using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace PaymentBot.Bot.Search;

/// <summary>
/// What a request has, in 64 bytes: a few bits for each word and each person. A row whose mark lacks a bit that a query asks for is passed over without reading the
/// request; one that has them all is read and judged by what it says now. Some seven of a hundred rows that should be passed over are read in vain.
/// </summary>
internal sealed class SearchMark
{
    private const int Bits = 512;
    private const int WordBits = 64;

    private readonly ulong[] _words = new ulong[Bits / WordBits];

    /// <summary>Adds a feature.</summary>
    /// <param name="feature">What the request has, with a letter for its kind.</param>
    /// <param name="bits">How many bits it takes, 1 to 16.</param>
    public void Add(string feature, int bits = 1)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(feature), hash);
        for (var index = 0; index < bits; index++)
        {
            var bit = BinaryPrimitives.ReadUInt16LittleEndian(hash[(index * 2)..]) % Bits;
            _words[bit / WordBits] |= 1UL << (bit % WordBits);
        }
    }

    /// <summary>Whether a row's mark has every bit of this one. A row without a mark has.</summary>
    public bool IsWithin(byte[]? row)
    {
        if (row is not { Length: Bits / 8 })
        {
            return true;
        }

        for (var index = 0; index < _words.Length; index++)
        {
            var have = BinaryPrimitives.ReadUInt64LittleEndian(row.AsSpan(index * sizeof(ulong)));
            if ((_words[index] & ~have) != 0)
            {
                return false;
            }
        }

        return true;
    }

    public byte[] ToArray()
    {
        var bytes = new byte[Bits / 8];
        for (var index = 0; index < _words.Length; index++)
        {
            BinaryPrimitives.WriteUInt64LittleEndian(bytes.AsSpan(index * sizeof(ulong)), _words[index]);
        }

        return bytes;
    }
}
