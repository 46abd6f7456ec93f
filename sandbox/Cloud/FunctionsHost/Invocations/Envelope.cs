using System.Globalization;
using System.Text;

namespace PaymentBot.Sandbox.Cloud.FunctionsHost.Invocations;

/// <summary>The body of an invocation that is no proxied call.</summary>
/// <param name="function">Whom it is for.</param>
internal sealed class Envelope(string function)
{
    private readonly List<KeyValuePair<string, string>> _data = [];
    private readonly Dictionary<string, string> _metadata = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<string> _order = [];

    /// <summary>Adds the value of a binding.</summary>
    /// <param name="json">A piece of JSON, see <see cref="WireValue"/>.</param>
    public Envelope AddData(string binding, string json)
    {
        _data.Add(new(binding, json));
        return this;
    }

    /// <summary>Adds metadata, or overwrites what has this name in any case; what ends with "trigger" is left out.</summary>
    /// <param name="json">A piece of JSON, see <see cref="WireValue"/>.</param>
    public Envelope AddMetadata(string name, string json)
    {
        if (name.EndsWith("trigger", StringComparison.OrdinalIgnoreCase))
        {
            return this;
        }

        if (!_metadata.ContainsKey(name))
        {
            _order.Add(name);
        }

        _metadata[name] = json;
        return this;
    }

    /// <summary>Adds <c>sys</c>.</summary>
    public Envelope AddSystem(DateTimeOffset now) =>
        AddMetadata(
            "sys",
            string.Create(
                CultureInfo.InvariantCulture,
                $$"""{"MethodName":{{NewtonsoftText.Quote(function)}},"UtcNow":"{{now.UtcDateTime:O}}","RandGuid":"{{Guid.NewGuid()}}"}"""
            )
        );

    /// <summary>The whole body.</summary>
    public byte[] ToJson()
    {
        var json = new StringBuilder("{\"Data\":");
        Append(json, _data);
        json.Append(",\"Metadata\":");
        Append(json, _order.Select(name => KeyValuePair.Create(name, _metadata[name])));
        return Encoding.UTF8.GetBytes(json.Append('}').ToString());
    }

    private static void Append(StringBuilder json, IEnumerable<KeyValuePair<string, string>> members) =>
        json.Append('{')
            .AppendJoin(',', members.Select(member => $"{NewtonsoftText.Quote(member.Key)}:{member.Value}"))
            .Append('}');
}
