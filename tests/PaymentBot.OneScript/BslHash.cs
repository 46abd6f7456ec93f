using System.Security.Cryptography;

namespace PaymentBot.OneScript;

/// <summary>ХешированиеДанных with SHA-256.</summary>
internal sealed class BslHash : IBslObject
{
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    public string Type => "ХешированиеДанных";

    public object? Get(string name) =>
        string.Equals(name, "ХешСумма", StringComparison.OrdinalIgnoreCase)
            ? _hash.GetCurrentHash()
            : throw new BslException($"{Type} has no property {name}.");

    public object? Call(string name, object?[] arguments)
    {
        if (!string.Equals(name, "Добавить", StringComparison.OrdinalIgnoreCase))
        {
            throw new BslException($"{Type} has no method {name}.");
        }

        _hash.AppendData(BslOperators.Bytes(arguments[0]));
        return null;
    }
}
