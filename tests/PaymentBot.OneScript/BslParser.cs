namespace PaymentBot.OneScript;

/// <summary>
/// Reads a module of the 1C language into delegates, and notes what it leans on. Only what the sample uses: no goto, no
/// labels, no asynchronous methods, Russian keywords.
/// </summary>
internal sealed partial class BslParser
{
    private readonly BslMachine _machine;
    private readonly BslModule _module;
    private readonly IReadOnlyList<Token> _tokens;
    private readonly Dictionary<string, Func<Func<Frame, Flow>>> _statements;
    private BslScope _scope = new([]);
    private int _at;
    private bool _inFunction;

    private BslParser(BslMachine machine, string name, string text)
    {
        _machine = machine;
        _module = new BslModule(name);
        _tokens = new BslLexer(name, text).Read();
        _statements = new Dictionary<string, Func<Func<Frame, Flow>>>(StringComparer.OrdinalIgnoreCase)
        {
            ["Если"] = If,
            ["Для"] = Loop,
            ["Пока"] = While,
            ["Попытка"] = Try,
            ["Возврат"] = Return,
            ["ВызватьИсключение"] = Raise,
            ["Прервать"] = () => _ => Flow.Break,
            ["Продолжить"] = () => _ => Flow.Continue,
        };
    }

    private Token Current => _tokens[_at];

    public static BslModule Parse(BslMachine machine, string name, string text) =>
        new BslParser(machine, name, text).Module();

    private BslModule Module()
    {
        while (Take("Перем"))
        {
            do
            {
                _module.Variables[Name()] = null;
            } while (Take(","));

            Expect(";");
        }

        List<BslScope> scopes = [];
        while (Current.Is("Функция") || Current.Is("Процедура"))
        {
            Method();
            scopes.Add(_scope);
        }

        _scope = new BslScope([]);
        _module.Body = Block();
        scopes.Add(_scope);
        if (Current.Kind != TokenKind.End)
        {
            throw Wrong($"'{Current.Text}' is not expected here");
        }

        _module.Globals.AddRange(scopes.SelectMany(scope => scope.Unknown));
        _module.Calls.RemoveAll(use => _module.Methods.TryGetValue(use.Name, out var own) && own.Takes(use.Count));
        return _module;
    }

    private void Method()
    {
        _inFunction = Take("Функция");
        if (!_inFunction)
        {
            Expect("Процедура");
        }

        var name = Name();
        var parameters = Parameters();
        var isExport = Take("Экспорт");
        _scope = new BslScope(parameters);
        var body = Block();
        Expect(_inFunction ? "КонецФункции" : "КонецПроцедуры");
        if (!_module.Methods.TryAdd(name, new BslMethod(name, _inFunction, isExport, parameters, body)))
        {
            throw Wrong($"{name} is there twice");
        }
    }

    private List<BslParameter> Parameters()
    {
        List<BslParameter> parameters = [];
        Expect("(");
        while (!Take(")"))
        {
            if (parameters.Count > 0)
            {
                Expect(",");
            }

            var byValue = Take("Знач");
            parameters.Add(new BslParameter(Name(), byValue, Take("=") ? Expression() : null));
        }

        return parameters;
    }

    private bool Take(string text)
    {
        if (!Current.Is(text))
        {
            return false;
        }

        _at++;
        return true;
    }

    private void Expect(string text)
    {
        if (!Take(text))
        {
            throw Wrong($"'{text}' expected, '{Current.Text}' found");
        }
    }

    private string Name()
    {
        if (Current.Kind != TokenKind.Name)
        {
            throw Wrong($"a name expected, '{Current.Text}' found");
        }

        return _tokens[_at++].Text;
    }

    private BslSyntaxException Wrong(string problem) => new(_module.Name, Current.Line, problem);
}
