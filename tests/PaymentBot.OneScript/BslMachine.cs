using System.Xml.Linq;

namespace PaymentBot.OneScript;

/// <summary>
/// Runs scripts of the 1C language: a small OneScript for where none can be installed. It knows what the sample uses and
/// refuses everything else, so that the sample leans on nothing that only one of the platforms has.
/// </summary>
internal sealed class BslMachine(BslWorld world)
{
    private readonly Dictionary<string, BslModule> _modules = new(StringComparer.OrdinalIgnoreCase);
    private readonly BslLibrary _library = new(world);

    /// <summary>The modules by name.</summary>
    public IReadOnlyDictionary<string, BslModule> Modules => _modules;

    /// <summary>Loads what a <c>lib.config</c> lists, as OneScript does: first everything is read, then it is run.</summary>
    public void Load(string manifest)
    {
        var folder = Path.GetDirectoryName(manifest)!;
        List<BslModule> loaded =
        [
            .. XDocument
                .Load(manifest)
                .Root!.Elements()
                .Select(element =>
                    Read(element.Attribute("name")!.Value, Path.Combine(folder, element.Attribute("file")!.Value))
                ),
        ];
        loaded.ForEach(Run);
    }

    /// <summary>Runs a script to its end.</summary>
    /// <returns>What it ended with: 0, or what it gave to ЗавершитьРаботу.</returns>
    public int Start(string path)
    {
        try
        {
            Run(Read(Path.GetFileName(path), path));
            return 0;
        }
        catch (BslExitException exit)
        {
            return exit.Code;
        }
    }

    /// <summary>Reads a module without running it.</summary>
    public BslModule Read(string name, string path) =>
        _modules[name] = BslParser.Parse(this, name, File.ReadAllText(path));

    public object? CallModule(string module, string method, object?[] arguments)
    {
        if (!_modules.TryGetValue(module, out var target))
        {
            throw new BslException($"There is no module {module}.");
        }

        return target.Methods.TryGetValue(method, out var found) && found.IsExport
            ? Invoke(target, found, arguments)
            : throw new BslException($"{module} has no exported {method}.");
    }

    internal static object? Enumerated(string type, string name) =>
        BslLibrary.Enumerations.TryGetValue($"{type}.{name}", out var value)
            ? value
            : throw new BslException($"There is no {type}.{name}.");

    internal object? Call(Frame frame, string name, object?[] arguments) =>
        frame.Module.Methods.TryGetValue(name, out var own)
            ? Invoke(frame.Module, own, arguments)
            : _library.Call(frame, name, arguments);

    internal object? New(string type, object?[] arguments) => _library.New(type, arguments);

    private static void Run(BslModule module) => module.Body(new Frame(module));

    private static object? Invoke(BslModule module, BslMethod method, object?[] arguments)
    {
        if (!method.Takes(arguments.Length))
        {
            throw new BslException($"{module.Name}.{method.Name} does not take {arguments.Length} arguments.");
        }

        var frame = new Frame(module);
        for (var i = 0; i < method.Parameters.Count; i++)
        {
            var parameter = method.Parameters[i];
            frame.Variables[parameter.Name] = i < arguments.Length ? arguments[i] : parameter.Default!(frame);
        }

        method.Body(frame);
        return frame.Result;
    }
}
