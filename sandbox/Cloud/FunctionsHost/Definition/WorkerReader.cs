namespace PaymentBot.Sandbox.Cloud.FunctionsHost.Definition;

/// <summary>Reads <c>worker.config.json</c>, which says how the worker is started.</summary>
internal static class WorkerReader
{
    /// <summary>The only language played here.</summary>
    public const string Language = "dotnet-isolated";

    private const string Root = "{WorkerRoot}";

    /// <summary>Reads it.</summary>
    /// <exception cref="FunctionsHostException">It is missing or wrong, or names a program that cannot be run.</exception>
    public static WorkerDescription Read(string root)
    {
        var description = DefinitionNode
            .Read(Path.Combine(root, "worker.config.json"))
            .Allow("description")
            .Child("description")
            .Allow(
                "language",
                "extensions",
                "defaultExecutablePath",
                "defaultWorkerPath",
                "workerIndexing",
                "canUsePlaceholder"
            );
        if (description.Required("language") is not Language)
        {
            throw description.Wrong($"\"language\" must be {Language}.");
        }

        if (description.Required("workerIndexing") is not "true")
        {
            throw description.Wrong("\"workerIndexing\" must be true: the worker itself tells which functions it has.");
        }

        var worker = Path.Combine(root, description.Required("defaultWorkerPath"));
        return File.Exists(worker)
            ? new WorkerDescription(Executable(description, root), worker)
            : throw description.Wrong($"\"defaultWorkerPath\": there is no {worker}.");
    }

    private static string Executable(DefinitionNode description, string root)
    {
        var name = description.Required("defaultExecutablePath");
        if (!name.StartsWith(Root, StringComparison.Ordinal))
        {
            return name;
        }

        var file = Path.Combine(root, name[Root.Length..]);
        if (!File.Exists(file))
        {
            throw description.Wrong($"\"defaultExecutablePath\": there is no {file}.");
        }

        return OperatingSystem.IsWindows() || File.GetUnixFileMode(file).HasFlag(UnixFileMode.UserExecute)
            ? file
            : throw description.Wrong($"{file} may not be executed: its mode lacks x (chmod 755).");
    }
}
