namespace PaymentBot.OneScript;

/// <summary>HTTPОтвет.</summary>
internal sealed class BslHttpAnswer(int status, BslMap headers, byte[] body) : IBslObject
{
    public string Type => "HTTPОтвет";

    public object? Get(string name) =>
        name.ToUpperInvariant() switch
        {
            "КОДСОСТОЯНИЯ" => (decimal)status,
            "ЗАГОЛОВКИ" => headers,
            _ => throw new BslException($"{Type} has no property {name}."),
        };

    public object? Call(string name, object?[] arguments) =>
        string.Equals(name, "ПолучитьТелоКакДвоичныеДанные", StringComparison.OrdinalIgnoreCase)
            ? body
            : throw new BslException($"{Type} has no method {name}.");
}
