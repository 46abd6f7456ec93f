using System.IO.Compression;
using System.Text.Json;
using PaymentBot.Testing;

namespace PaymentBot.EndToEnd.Infra;

/// <summary>What is handed to Azure: what <c>dotnet publish</c> makes, and the zip of it.</summary>
public sealed class PackageTests : IDisposable
{
    private const int FileTypeShift = 16;
    private const int Permissions = 0x1FF;

    private readonly string _folder = Directory.CreateTempSubdirectory("paymentbot-package-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Publishing_carries_its_runtime_for_linux_compiled_ahead_in_one_image()
    {
        var told = await RunAsync(
            "dotnet",
            "msbuild",
            Path.Combine(Built.Repository, "functions"),
            "-p:Configuration=Release",
            "-p:_IsPublishing=true",
            "-getProperty:RuntimeIdentifier,SelfContained,PublishReadyToRun,PublishReadyToRunComposite"
        );
        using var json = JsonDocument.Parse(told.Output);
        Assert.Equal(
            ["linux-x64", "true", "true", "true"],
            json.RootElement.GetProperty("Properties").EnumerateObject().Select(property => property.Value.GetString())
        );
    }

    [Fact]
    public async Task Zip_holds_the_folder_at_its_root_and_keeps_the_executable_bit()
    {
        WritePublished();
        Write(".azurefunctions/function.deps.json", """{"bindings":[]}""");
        DeployWorld.Succeeded(await PackAsync("first.zip"));

        await using var zip = await ZipFile.OpenReadAsync(Zip("first.zip"));
        var entries = zip.Entries.Select(entry =>
            (entry.FullName, Convert.ToString((entry.ExternalAttributes >> FileTypeShift) & Permissions, 8))
        );
        Assert.Equal(
            [
                (".azurefunctions/function.deps.json", "644"),
                ("functions.metadata", "644"),
                ("host.json", "644"),
                ("paymentbot", "755"),
                ("worker.config.json", "644"),
            ],
            entries
        );
        await using var content = await zip.GetEntry(".azurefunctions/function.deps.json")!.OpenAsync();
        using var reader = new StreamReader(content);
        Assert.Equal("""{"bindings":[]}""", await reader.ReadToEndAsync());
    }

    [Fact]
    public async Task Same_files_give_the_same_bytes()
    {
        WritePublished();
        DeployWorld.Succeeded(await PackAsync("first.zip"));
        File.SetLastWriteTimeUtc(Path.Combine(_folder, "app", "host.json"), DateTime.UnixEpoch);
        DeployWorld.Succeeded(await PackAsync("second.zip"));
        Assert.Equal(await File.ReadAllBytesAsync(Zip("first.zip")), await File.ReadAllBytesAsync(Zip("second.zip")));
    }

    [Theory]
    [InlineData("host.json")]
    [InlineData("paymentbot")]
    [InlineData("functions.metadata")]
    public async Task Folder_that_was_not_published_is_refused(string only)
    {
        Write(only, "{}");
        var refused = await PackAsync("first.zip");
        Assert.Equal(1, refused.ExitCode);
        Assert.Contains("is no published folder", refused.Errors, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFiles(_folder, "*.zip*"));
    }

    private static async Task<ProgramProcess.Finished> RunAsync(string program, params string[] arguments)
    {
        await using var process = ProgramProcess.StartCommand(
            program,
            arguments,
            new Dictionary<string, string?>(StringComparer.Ordinal),
            Built.Repository
        );
        return await process.FinishAsync();
    }

    private Task<ProgramProcess.Finished> PackAsync(string name) =>
        RunAsync(
            "bash",
            Path.Combine(Built.Repository, "infra", "package.sh"),
            Path.Combine(_folder, "app"),
            Zip(name)
        );

    private string Zip(string name) => Path.Combine(_folder, name);

    private void WritePublished()
    {
        Write("host.json", "{}");
        Write("functions.metadata", "[]");
        Write("worker.config.json", "{}");
        Write("paymentbot", "#!/bin/sh\n");
    }

    private void Write(string name, string text)
    {
        var path = Path.Combine(_folder, "app", name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }
}
