namespace PaymentBot.Testing;

/// <summary>What tests/run.sh installs into <c>tests/npm</c>.</summary>
internal static class Npm
{
    public const string WhyMissing = "tests/npm/node_modules is missing; tests/run.sh installs it.";

    public static string Folder => Path.Combine(Built.Repository, "tests", "npm");

    public static bool IsInstalled =>
        File.Exists(AxeSource) && Directory.Exists(Path.Combine(Folder, "node_modules", "oauth2-mock-server"));

    public static string AxeSource => Path.Combine(Folder, "node_modules", "axe-core", "axe.min.js");
}
