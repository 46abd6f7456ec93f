using PaymentBot.Testing;

namespace PaymentBot.EndToEnd.Vps;

public sealed class ShellScriptTests
{
    [SkippableFact]
    public async Task Shellcheck_has_nothing_to_say_about_any_script()
    {
        var shellcheck = Tool.Need("shellcheck");
        var scripts = Scripts();
        Assert.Contains(Server.Script, scripts);

        // -a also looks into what a script takes in by `.`
        var seen = await Tool.RunAsync(shellcheck, ["-a", "-x", "-P", "SCRIPTDIR", .. scripts]);

        Assert.True(seen.ExitCode == 0, seen.Output + seen.Errors);
    }

    /// <summary>What begins with #! of a shell. The parts under lib/ are looked at with the script that takes them in.</summary>
    private static string[] Scripts()
    {
        string[] folders = ["infra", "tests", ".ci", "sandbox", "functions"];
        return
        [
            .. folders
                .Select(folder => Path.Combine(Built.Repository, folder))
                .Where(Directory.Exists)
                .SelectMany(Files)
                .Where(file =>
                    File.ReadLines(file).FirstOrDefault() is "#!/usr/bin/env bash" or "#!/bin/sh" or "#!/bin/bash"
                )
                .Order(StringComparer.Ordinal),
        ];
    }

    private static IEnumerable<string> Files(string folder) =>
        Directory
            .EnumerateFiles(folder)
            .Where(file => Path.GetExtension(file) is "" or ".sh")
            .Concat(
                Directory
                    .EnumerateDirectories(folder)
                    .Where(inner => Path.GetFileName(inner) is not ("bin" or "obj" or "node_modules" or "TestResults"))
                    .SelectMany(Files)
            );
}
