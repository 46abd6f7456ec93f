namespace PaymentBot.Sandbox.Cloud.FunctionsHost.Definition;

/// <summary>Reads <c>customHandler</c> of host.json.</summary>
internal static class HandlerReader
{
    private static readonly TimeSpan DefaultTimeout = TimeSpan.FromSeconds(30);

    /// <summary>Reads it and looks for the executable.</summary>
    /// <exception cref="FunctionsHostException">Something is wrong, or the executable is missing or may not be executed.</exception>
    public static HandlerDescription Read(DefinitionNode host, string root, AppSettingNames settings)
    {
        var handler = host.Child("customHandler")
            .Allow(
                "description",
                "enableProxyingHttpRequest",
                "enableForwardingHttpRequest",
                "initializationTimeout",
                "port",
                "http"
            );
        if (handler.Has("http"))
        {
            throw handler.Wrong("\"http\" is of no use to an app with function.json files: the host would not start.");
        }

        if (handler.Has("port"))
        {
            throw handler.Wrong("\"port\" would tie every instance to one port.");
        }

        if (!handler.Flag("enableProxyingHttpRequest", otherwise: false))
        {
            throw handler.Wrong("\"enableProxyingHttpRequest\" must be true: the other modes are not played here.");
        }

        var description = handler
            .Child("description")
            .Allow("defaultExecutablePath", "defaultWorkerPath", "arguments", "workerArguments", "workingDirectory");
        return new HandlerDescription(
            Executable(description, root, settings),
            Arguments(description, settings),
            Path.Combine(root, settings.Expand(description.Text("workingDirectory") ?? string.Empty)),
            handler.Duration("initializationTimeout") ?? DefaultTimeout
        );
    }

    /// <summary>A file below the root, else a command on PATH.</summary>
    private static string Executable(DefinitionNode description, string root, AppSettingNames settings)
    {
        var name = settings.Expand(description.Required("defaultExecutablePath"));
        var file = Path.Combine(root, name);
        if (File.Exists(file))
        {
            return IsExecutable(file)
                ? file
                : throw description.Wrong($"{file} may not be executed: its mode lacks x (chmod 755).");
        }

        var folders = (Environment.GetEnvironmentVariables()["PATH"] as string ?? string.Empty).Split(
            Path.PathSeparator
        );
        return
            !name.Contains('/', StringComparison.Ordinal)
            && folders.Any(folder => File.Exists(Path.Combine(folder, name)))
            ? name
            : throw description.Wrong($"\"defaultExecutablePath\": there is no {file} and no command {name} on PATH.");
    }

    private static bool IsExecutable(string file) =>
        OperatingSystem.IsWindows() || (File.GetUnixFileMode(file) & UnixFileMode.UserExecute) != UnixFileMode.None;

    private static string Arguments(DefinitionNode description, AppSettingNames settings)
    {
        var worker = description.Text("defaultWorkerPath") is { Length: > 0 } path
            ? [$"\"{settings.Expand(path)}\""]
            : Array.Empty<string>();
        var all = description.Texts("arguments").Concat(worker).Concat(description.Texts("workerArguments"));
        return string.Join(' ', all.Select(settings.Expand));
    }
}
