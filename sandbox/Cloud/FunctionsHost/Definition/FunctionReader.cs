using System.Text.RegularExpressions;

namespace PaymentBot.Sandbox.Cloud.FunctionsHost.Definition;

/// <summary>Reads the function.json files.</summary>
internal static partial class FunctionReader
{
    private const string FileName = "function.json";

    /// <summary>Reads every folder that has one.</summary>
    /// <exception cref="FunctionsHostException">There is none, or one is wrong.</exception>
    public static IReadOnlyList<FunctionDefinition> ReadAll(string root, AppSettingNames settings)
    {
        var files = Directory.GetDirectories(root).Select(folder => Path.Combine(folder, FileName)).Where(File.Exists);
        var functions = files.Order(StringComparer.Ordinal).Select(file => Read(file, settings)).ToList();
        if (functions.Count == 0)
        {
            throw new FunctionsHostException($"{root}: there is no folder with a {FileName}.");
        }

        for (var index = 0; index < functions.Count; index++)
        {
            CheckRoute(functions[index], functions.Take(index));
        }

        return functions;
    }

    private static FunctionDefinition Read(string file, AppSettingNames settings)
    {
        var node = DefinitionNode.Read(file).Allow("$schema", "bindings", "disabled", "scriptFile");
        var name = Path.GetFileName(Path.GetDirectoryName(file)!);
        if (!NamePattern().IsMatch(name))
        {
            throw node.Wrong($"\"{name}\" cannot be the name of a function.");
        }

        var bindings = node.Children("bindings");
        var reader = new BindingReader(settings);
        var function = new FunctionDefinition
        {
            Name = name,
            File = file,
            Disabled = node.Flag("disabled", otherwise: false) || settings.IsDisabled(name),
        };
        foreach (var binding in bindings)
        {
            function = reader.Add(function, binding);
        }

        if (reader.Triggers != 1)
        {
            throw node.Wrong("a function has exactly one trigger.");
        }

        if (function.Http is not null && reader.HttpOutputs != 1)
        {
            throw node.Wrong("a function that is called by HTTP needs exactly one \"http\" output to be proxied.");
        }

        if (function.Http is null && reader.HttpOutputs > 0)
        {
            throw node.Wrong("an \"http\" output needs an \"httpTrigger\".");
        }

        return function;
    }

    /// <summary>Two functions must not be called by the same method at the same route.</summary>
    private static void CheckRoute(FunctionDefinition function, IEnumerable<FunctionDefinition> others)
    {
        if (function.Http is not { } http)
        {
            return;
        }

        var twin = others.FirstOrDefault(other =>
            other.Http is { } its
            && string.Equals(Shape(its.Route), Shape(http.Route), StringComparison.OrdinalIgnoreCase)
            && (
                its.Methods.Count == 0
                || http.Methods.Count == 0
                || its.Methods.Intersect(http.Methods, StringComparer.Ordinal).Any()
            )
        );
        if (twin is not null)
        {
            throw new FunctionsHostException($"{function.File}: the route {http.Route} is taken by {twin.File}.");
        }
    }

    private static string Shape(string route) => Parameter().Replace(route, "{}");

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9_-]{0,127}$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NamePattern();

    [GeneratedRegex("\\{[^}]*\\}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Parameter();
}
