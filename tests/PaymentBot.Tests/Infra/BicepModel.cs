using System.Text.Json;
using PaymentBot.Testing;

namespace PaymentBot.Tests.Infra;

/// <summary>All Bicep files of <c>infra</c>, read once by npm's tree-sitter-bicep.</summary>
internal sealed record BicepModel(IReadOnlyList<BicepFile> Files)
{
    private static readonly Lazy<Task<BicepModel>> Shared = new(ReadAsync);

    public static string Folder => Path.Combine(Built.Repository, "infra");

    public BicepFile Main => File("main.bicep");

    public BicepFile Example => File("main.bicepparam");

    public static async Task<BicepModel> LoadAsync()
    {
        Skip.IfNot(Npm.IsInstalled, Npm.WhyMissing);
        return await Shared.Value;
    }

    public BicepFile File(string name) =>
        Files.Single(file => string.Equals(file.Name, name, StringComparison.Ordinal));

    /// <summary>The file a module of <see cref="Main" /> is in.</summary>
    public BicepFile FileOf(BicepFile.Module module)
    {
        var path = Path.GetFullPath(module.Path, Folder);
        return Files.Single(file => string.Equals(file.Path, path, StringComparison.Ordinal));
    }

    private static async Task<BicepModel> ReadAsync()
    {
        var paths = Directory
            .EnumerateFiles(Folder, "*.bicep*", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal);
        await using var node = ProgramProcess.StartCommand(
            "node",
            ["bicep-model.mjs", .. paths],
            new Dictionary<string, string?>(0),
            Npm.Folder
        );
        var code = await node.WaitForExitAsync();
        Assert.True(code == 0, node.Everything);
        return JsonSerializer.Deserialize<BicepModel>(string.Concat(node.Output), JsonSerializerOptions.Web)!;
    }
}
