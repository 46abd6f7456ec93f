using System.Globalization;

namespace PaymentBot.Erp.Snapshots;

/// <summary>
/// Where in a document we are; becomes text only when there is a problem to report. Tokens are our own field names and
/// array positions, so none needs RFC 6901's escaping.
/// </summary>
internal sealed class JsonPath
{
    private readonly JsonPath? _parent;
    private readonly string _token;
    private readonly int _index;

    private JsonPath(JsonPath? parent, string token, int index)
    {
        _parent = parent;
        _token = token;
        _index = index;
    }

    public static JsonPath Root { get; } = new(null, "", -1);

    public JsonPath Child(string name) => new(this, name, -1);

    public JsonPath Child(int index) => new(this, "", index);

    public override string ToString()
    {
        if (_parent is null)
        {
            return "";
        }

        return _index < 0 ? $"{_parent}/{_token}" : string.Create(CultureInfo.InvariantCulture, $"{_parent}/{_index}");
    }
}
