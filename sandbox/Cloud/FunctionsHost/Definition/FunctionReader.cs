using System.Text.RegularExpressions;

namespace PaymentBot.Sandbox.Cloud.FunctionsHost.Definition;

/// <summary>Reads <c>functions.metadata</c>, which the build writes from the attributes.</summary>
internal static partial class FunctionReader
{
    private const string FileName = "functions.metadata";

    /// <summary>Reads it.</summary>
    /// <exception cref="FunctionsHostException">It names no function, or something in it is wrong.</exception>
    public static IReadOnlyList<FunctionDefinition> ReadAll(string root, AppSettingNames settings)
    {
        var file = Path.Combine(root, FileName);
        var functions = DefinitionNode.ReadList(file).Select(node => Read(file, node, settings)).ToList();
        if (functions.Count == 0)
        {
            throw new FunctionsHostException($"{file}: there is no function.");
        }

        for (var index = 0; index < functions.Count; index++)
        {
            CheckRoute(functions[index], functions.Take(index));
        }

        return functions;
    }

    private static FunctionDefinition Read(string file, DefinitionNode node, AppSettingNames settings)
    {
        var name = node.Allow("name", "scriptFile", "entryPoint", "language", "properties", "bindings")
            .Required("name");
        if (!NamePattern().IsMatch(name))
        {
            throw node.Wrong($"\"{name}\" cannot be the name of a function.");
        }

        if (node.Required("language") is not WorkerReader.Language || node.Required("entryPoint").Length == 0)
        {
            throw node.Wrong($"\"language\" must be {WorkerReader.Language}.");
        }

        var bindings = node.Children("bindings");
        var reader = new BindingReader(settings);
        var function = new FunctionDefinition
        {
            Name = name,
            File = $"{file}: {name}",
            Disabled = settings.IsDisabled(name),
        };
        foreach (var binding in bindings)
        {
            function = reader.Add(function, binding);
        }

        Check(node, reader, function);
        return function;
    }

    private static void Check(DefinitionNode node, BindingReader reader, FunctionDefinition function)
    {
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
