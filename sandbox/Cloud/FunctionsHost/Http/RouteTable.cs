using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Template;
using PaymentBot.Sandbox.Cloud.FunctionsHost.Definition;

namespace PaymentBot.Sandbox.Cloud.FunctionsHost.Http;

/// <summary>Finds the function a call is for: a fixed route before one with parameters.</summary>
/// <param name="definition">Says the routes.</param>
internal sealed class RouteTable(HostDefinition definition)
{
    private readonly IReadOnlyList<Entry> _entries =
    [
        .. definition
            .Enabled.Where(function => function.Http is not null)
            .Select(function => Make(definition.RoutePrefix, function))
            .OrderBy(entry => entry.Precedence),
    ];

    /// <summary>The function, or null; one that takes other methods does not count.</summary>
    public Match? Find(string method, PathString path)
    {
        foreach (var entry in _entries)
        {
            var values = new RouteValueDictionary();
            if (
                (entry.Methods.Count == 0 || entry.Methods.Contains(method, StringComparer.OrdinalIgnoreCase))
                && entry.Matcher.TryMatch(path, values)
            )
            {
                return new Match(entry.Function, values);
            }
        }

        return null;
    }

    private static Entry Make(string prefix, FunctionDefinition function)
    {
        var route = function.Http!.Route;
        try
        {
            var template = TemplateParser.Parse(prefix.Length == 0 ? route : $"{prefix}/{route}");
            return new Entry(
                function,
                function.Http.Methods,
                new TemplateMatcher(template, []),
                RoutePrecedence.ComputeInbound(template)
            );
        }
        catch (ArgumentException problem)
        {
            throw new FunctionsHostException(
                $"{function.File}: the route {route} cannot be read: {problem.Message}",
                problem
            );
        }
    }

    /// <summary>A function, and what its route's parameters stand for.</summary>
    /// <param name="Function">The function.</param>
    /// <param name="Values">The parameters.</param>
    internal sealed record Match(FunctionDefinition Function, RouteValueDictionary Values);

    private sealed record Entry(
        FunctionDefinition Function,
        IReadOnlyList<string> Methods,
        TemplateMatcher Matcher,
        decimal Precedence
    );
}
