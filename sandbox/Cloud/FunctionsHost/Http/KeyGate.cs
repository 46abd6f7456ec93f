using Microsoft.AspNetCore.Http;
using PaymentBot.Sandbox.Cloud.FunctionsHost.Definition;

namespace PaymentBot.Sandbox.Cloud.FunctionsHost.Http;

/// <summary>Looks at the keys callers show: the header first, and the query only when there is no header.</summary>
/// <param name="keys">The right ones.</param>
internal sealed class KeyGate(FunctionKeys keys)
{
    /// <summary>The header with the key.</summary>
    public const string Header = "x-functions-key";

    private const string Query = "code";

    /// <summary>Whether the caller may call the function.</summary>
    public bool Admits(HttpRequest request, FunctionDefinition function) =>
        function.Http!.Level switch
        {
            AuthorizationLevel.Anonymous => true,
            AuthorizationLevel.Function => Shown(request) is { } key
                && (
                    Is(key, keys.Functions.GetValueOrDefault(function.Name))
                    || Is(key, keys.Host)
                    || Is(key, keys.Master)
                ),
            _ => AdmitsMaster(request),
        };

    /// <summary>Whether the caller shows the master key.</summary>
    public bool AdmitsMaster(HttpRequest request) => Shown(request) is { } key && Is(key, keys.Master);

    private static string? Shown(HttpRequest request)
    {
        if (request.Headers.TryGetValue(Header, out var header))
        {
            return header[0];
        }

        return request.Query.TryGetValue(Query, out var code) ? code[0] : null;
    }

    private static bool Is(string key, string? right) => string.Equals(key, right, StringComparison.Ordinal);
}
