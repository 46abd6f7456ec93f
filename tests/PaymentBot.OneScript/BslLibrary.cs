namespace PaymentBot.OneScript;

/// <summary>The functions, types and enumerations that both 1C:Enterprise 8.3.10 and OneScript have, as far as the sample uses them.</summary>
internal sealed class BslLibrary
{
    private readonly Dictionary<string, Func<Frame, object?[], object?>> _functions = new(
        StringComparer.OrdinalIgnoreCase
    );

    private readonly Dictionary<string, Func<object?[], object?>> _types = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Массив"] = _ => new List<object?>(),
        ["Структура"] = BslStructure.Of,
        ["Соответствие"] = _ => new BslMap(),
        ["БуферДвоичныхДанных"] = arguments => new BslBuffer(new byte[(int)BslOperators.Number(arguments[0])]),
        ["ДвоичныеДанные"] = arguments => File.ReadAllBytes(BslOperators.Text(arguments[0])),
        ["ХешированиеДанных"] = _ => new BslHash(),
        ["УникальныйИдентификатор"] = _ => Guid.NewGuid(),
        ["ЗаписьJSON"] = _ => new BslJsonWriter(),
        ["ПараметрыЗаписиJSON"] = arguments => arguments[0],
        ["ЧтениеJSON"] = _ => new BslJsonReader(),
        ["HTTPСоединение"] = arguments => new BslHttpConnection(arguments),
        ["HTTPЗапрос"] = arguments => new BslHttpRequest(arguments),
    };

    public BslLibrary(BslWorld world)
    {
        Add(TextFunctions.All);
        Add(ValueFunctions.All);
        Add(BinaryFunctions.All);
        Add(WorldFunctions.Of(world));
        _functions["ИнформацияОбОшибке"] = (frame, _) => frame.Caught;
    }

    public static Dictionary<string, object?> Enumerations { get; } =
        new(StringComparer.OrdinalIgnoreCase)
        {
            ["Символы.ВК"] = "\r",
            ["Символы.ПС"] = "\n",
            ["Символы.Таб"] = "\t",
            ["КодировкаТекста.UTF8"] = new BslConstant("UTF8"),
            ["ХешФункция.SHA256"] = new BslConstant("SHA256"),
            ["ПереносСтрокJSON.Нет"] = new BslConstant("Нет"),
            ["СпособКодированияСтроки.КодировкаURL"] = new BslConstant("КодировкаURL"),
        };

    public IEnumerable<string> Functions => _functions.Keys;

    public IEnumerable<string> Types => _types.Keys;

    public object? Call(Frame frame, string name, object?[] arguments) =>
        _functions.TryGetValue(name, out var function)
            ? function(frame, arguments)
            : throw new BslException($"There is no function {name}.");

    public object? New(string type, object?[] arguments) =>
        _types.TryGetValue(type, out var make) ? make(arguments) : throw new BslException($"There is no type {type}.");

    private void Add(Dictionary<string, Func<object?[], object?>> functions)
    {
        foreach (var (name, function) in functions)
        {
            _functions.Add(name, (_, arguments) => function(arguments));
        }
    }
}
