namespace PaymentBot.Sandbox.Cloud.FunctionsHost.Definition;

/// <summary>Reads <c>extensions.json</c>: the libraries with which the host serves triggers it does not know by itself.</summary>
internal static class ExtensionsReader
{
    private const string Queues = "AzureStorageQueues";

    /// <summary>Checks that each library is there, and the one for queues among them when a function needs it.</summary>
    /// <exception cref="FunctionsHostException">One is missing.</exception>
    public static void Check(string root, IReadOnlyList<FunctionDefinition> functions)
    {
        var node = DefinitionNode.Read(Path.Combine(root, "extensions.json")).Allow("extensions");
        var names = new List<string>();
        foreach (var extension in node.Children("extensions"))
        {
            names.Add(extension.Allow("name", "typeName", "hintPath").Required("name"));
            var library = Path.GetFullPath(Path.Combine(root, extension.Required("hintPath")));
            if (!File.Exists(library))
            {
                throw extension.Wrong($"\"hintPath\": there is no {library}.");
            }
        }

        if (functions.Any(function => function.Queue is not null) && !names.Contains(Queues, StringComparer.Ordinal))
        {
            throw node.Wrong($"there is no extension {Queues}: queue triggers come with it.");
        }
    }
}
