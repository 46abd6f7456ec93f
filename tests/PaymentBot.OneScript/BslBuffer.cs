namespace PaymentBot.OneScript;

/// <summary>БуферДвоичныхДанных.</summary>
internal sealed class BslBuffer(byte[] bytes) : IBslObject
{
    public string Type => "БуферДвоичныхДанных";

    public byte[] Bytes => bytes;

    public object? Get(string name) =>
        string.Equals(name, "Размер", StringComparison.OrdinalIgnoreCase)
            ? (decimal)bytes.Length
            : throw new BslException($"{Type} has no property {name}.");
}
