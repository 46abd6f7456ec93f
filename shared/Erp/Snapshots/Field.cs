using System.Globalization;
using System.Text.Json;
using System.Text.Unicode;
using PaymentBot.Erp.Problems;

namespace PaymentBot.Erp.Snapshots;

/// <summary>
/// One place in the document, present or not. Its readers (in the files named <c>*Reading.cs</c>) answer null when the
/// field is absent or of the wrong type, and a stand-in when it is well-formed but impossible.
/// </summary>
internal readonly record struct Field(JsonElement Element, JsonPath Path, Reading Reading)
{
    public bool IsAbsent => Element.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null;

    public Field At(string name)
    {
        JsonElement child = default;
        if (Element.ValueKind == JsonValueKind.Object)
        {
            Element.TryGetProperty(name, out child);
        }

        return new Field(child, Path.Child(name), Reading);
    }

    /// <summary>Whether a value of this kind is here; one of another kind is reported.</summary>
    public bool Is(JsonValueKind kind)
    {
        if (IsAbsent || Element.ValueKind == kind)
        {
            return !IsAbsent;
        }

        WrongType(kind.ToString().ToLowerInvariant());
        return false;
    }

    /// <summary>Reports anything but an object, nothing included.</summary>
    public void RequireObject()
    {
        if (IsAbsent)
        {
            Report(ProblemKinds.MissingField);
        }

        Is(JsonValueKind.Object);
    }

    public void WrongType(string wanted) => Report(ProblemKinds.WrongType, wanted);

    public void Report(ProblemKind kind, string? argument = null) => Reading.Report(kind.At(Path.ToString(), argument));

    public void Report(ProblemKind kind, long argument) =>
        Report(kind, argument.ToString(CultureInfo.InvariantCulture));

    /// <summary>Reports that a required field is absent, and gives the stand-in to carry on with.</summary>
    public T Missing<T>(T standIn)
    {
        Report(ProblemKinds.MissingField);
        return standIn;
    }

    /// <summary>The list that this is, or has under a name; null after reporting that it is neither.</summary>
    public Field? ListUnder(string name)
    {
        if (Element.ValueKind is not (JsonValueKind.Object or JsonValueKind.Array))
        {
            WrongType("object, array");
            return null;
        }

        var list = Element.ValueKind == JsonValueKind.Array ? this : At(name);
        return list.IsAbsent ? list.Missing<Field?>(null) : list;
    }

    public IReadOnlyList<T> List<T>(int max, Func<Field, T> read)
    {
        if (!Is(JsonValueKind.Array))
        {
            return [];
        }

        if (Element.GetArrayLength() > max)
        {
            Report(ProblemKinds.TooManyItems, max);
            return [];
        }

        var items = new List<T>(Element.GetArrayLength());
        foreach (var item in Element.EnumerateArray())
        {
            items.Add(read(new Field(item, Path.Child(items.Count), Reading)));
        }

        return items;
    }
}

/// <summary>
/// What one reading of a snapshot needs and finds. Readers report a problem and carry on with a stand-in value, so that
/// none of them has to hand errors upwards; at the end the first problem with the lowest status counts (400 before 422).
/// </summary>
internal sealed class Reading(TimeZoneInfo senderZone)
{
    public TimeZoneInfo SenderZone => senderZone;

    public Problem? Problem { get; private set; }

    public void Report(Problem problem)
    {
        if (Problem is null || problem.Status < Problem.Status)
        {
            Problem = problem;
        }
    }
}

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

/// <summary>Parses a body that nobody has looked at yet. Never throws, and never lets text of the body into a message.</summary>
internal static class JsonBody
{
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 32, AllowDuplicateProperties = false };

    private static ReadOnlySpan<byte> ByteOrderMark => "\uFEFF"u8;

    /// <summary>Reads a whole body.</summary>
    /// <returns>What was read, and the problem that makes it worthless, or null.</returns>
    public static (T? Value, Problem? Problem) Read<T>(
        ReadOnlyMemory<byte> body,
        TimeZoneInfo senderZone,
        Func<Field, T> read
    )
    {
        using var document = Parse(body, out var problem);
        if (document is null)
        {
            return (default, problem);
        }

        var reading = new Reading(senderZone);
        var value = read(new Field(document.RootElement, JsonPath.Root, reading));
        return (value, reading.Problem);
    }

    public static JsonDocument? Parse(ReadOnlyMemory<byte> body, out Problem? problem)
    {
        if (body.Span.StartsWith(ByteOrderMark))
        {
            body = body[ByteOrderMark.Length..];
        }

        if (!Utf8.IsValid(body.Span))
        {
            problem = ProblemKinds.NotJson.At(argument: "");
            return null;
        }

        try
        {
            problem = null;
            return JsonDocument.Parse(body, Options);
        }
        catch (JsonException e)
        {
            problem = ProblemKinds.NotJson.At(argument: Place(e));
            return null;
        }
        catch (InvalidOperationException)
        {
            // A field name with half a surrogate pair, met while looking for repeated names.
            problem = ProblemKinds.NotJson.At(argument: "");
            return null;
        }
    }

    /// <summary>Line and byte, counted from 1. The message of the exception may quote the body, so it stays unused.</summary>
    private static string Place(JsonException e) =>
        string.Create(CultureInfo.InvariantCulture, $" [{e.LineNumber + 1}:{e.BytePositionInLine + 1}]");
}
