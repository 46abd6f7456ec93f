using static PaymentBot.OneScript.BslOperators;

namespace PaymentBot.OneScript;

/// <summary>HTTPЗапрос.</summary>
internal sealed class BslHttpRequest(object?[] arguments) : IBslObject
{
    public string Type => "HTTPЗапрос";

    public string Path { get; } = Text(arguments[0]);

    public BslMap Headers { get; } = (BslMap)arguments[1]!;

    public byte[]? Body { get; private set; }

    public object? Call(string name, object?[] arguments)
    {
        if (!string.Equals(name, "УстановитьТелоИзДвоичныхДанных", StringComparison.OrdinalIgnoreCase))
        {
            throw new BslException($"{Type} has no method {name}.");
        }

        Body = Bytes(arguments[0]);
        return null;
    }
}
