using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using PaymentBot.Sandbox.Telegram;
using PaymentBot.Testing;

namespace PaymentBot.Tests.App.Types;

/// <summary>Writes recorded requests down as typed constants and lets the TypeScript compiler judge them.</summary>
internal static class TypeScript
{
    /// <summary>What a form carries as bytes beside its texts.</summary>
    private static readonly string[] FileParameters = ["document", "photo", "certificate"];

    /// <summary>What a form carries as text although it looks like something else.</summary>
    private static readonly string[] TextParameters = ["text", "caption"];

    /// <summary>The lines before the first request.</summary>
    private const int LinesBefore = 2;

    private static string Modules => Path.Combine(Npm.Folder, "node_modules");

    /// <summary>One constant for each request, of the type of its method's parameters.</summary>
    public static string Of(IEnumerable<RecordedCall> calls)
    {
        var types = Path.Combine(Modules, "@grammyjs", "types", "mod.js").Replace('\\', '/');
        var script = new StringBuilder()
            .Append(CultureInfo.InvariantCulture, $"import type {{ Opts }} from \"{types}\";\n")
            .Append("type Of<M extends keyof Opts<string>> = Opts<string>[M];\n");
        var number = 0;
        foreach (var call in calls)
        {
            script.Append(
                CultureInfo.InvariantCulture,
                $"export const c{number++}: Of<\"{call.Method}\"> = {ParametersOf(call).ToJsonString()};\n"
            );
        }

        return script.ToString();
    }

    /// <summary>What the compiler said of one request; empty when nothing.</summary>
    public static string ComplaintOf(int index, string complaints)
    {
        var start = string.Create(CultureInfo.InvariantCulture, $"calls.ts({LinesBefore + index + 1},");
        // What a complaint goes on with in further lines is indented.
        var lines = complaints
            .Split('\n')
            .SkipWhile(line => !line.Contains(start, StringComparison.Ordinal))
            .TakeWhile((line, number) => number == 0 || line.StartsWith(' '));
        return string.Join('\n', lines);
    }

    /// <summary>Runs the compiler.</summary>
    /// <returns>What it complains of; empty when all is well.</returns>
    public static async Task<string> CheckAsync(string script)
    {
        var compiler = Path.Combine(Modules, "typescript", "bin", "tsc");
        Skip.IfNot(File.Exists(compiler), Npm.WhyMissing);
        var folder = Directory.CreateTempSubdirectory("paymentbot-types-").FullName;
        try
        {
            var file = Path.Combine(folder, "calls.ts");
            await File.WriteAllTextAsync(file, script);
            string[] options = ["--noEmit", "--strict", "--skipLibCheck", "--module", "esnext", "--target", "es2022"];
            await using var node = ProgramProcess.StartCommand(
                "node",
                [compiler, .. options, "--moduleResolution", "bundler", file],
                new Dictionary<string, string?>(0),
                folder
            );
            return await node.WaitForExitAsync() == 0 ? string.Empty : node.Everything;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static JsonObject ParametersOf(RecordedCall call)
    {
        var parameters = (JsonObject)call.Parameters.DeepClone();
        if (call.ContentType is not "multipart/form-data")
        {
            return parameters;
        }

        foreach (var (name, value) in parameters.ToList())
        {
            parameters[name] = Typed(name, value);
        }

        foreach (var name in FileParameters.Where(parameters.ContainsKey))
        {
            parameters[name] = "bytes";
        }

        return parameters;
    }

    /// <summary>A form has texts only; a value that is JSON stands for what it says.</summary>
    private static JsonNode? Typed(string name, JsonNode? value)
    {
        var text = (string?)value;
        if (text is null || TextParameters.Contains(name, StringComparer.Ordinal))
        {
            return text;
        }

        try
        {
            return text switch
            {
                "True" or "False" => JsonNode.Parse(text.ToLowerInvariant()),
                ['{' or '[', ..] or "true" or "false" => JsonNode.Parse(text),
                _ => text,
            };
        }
        catch (JsonException)
        {
            return text;
        }
    }
}
