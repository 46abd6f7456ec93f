using System.Reflection;

namespace PaymentBot.Testing;

/// <summary>What the build made and where it stands, as the project file wrote it into this assembly.</summary>
internal static class Built
{
    /// <summary>The bot's assembly.</summary>
    public static string Bot => Named("paymentbot");

    /// <summary>The sandbox's assembly.</summary>
    public static string Sandbox => Named("paymentbot-sandbox");

    /// <summary>The root of the repository.</summary>
    public static string Repository => Named("repository");

    /// <summary>Debug or Release.</summary>
    public static string Configuration => Named("configuration");

    private static string Named(string key) =>
        typeof(Built)
            .Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(entry => string.Equals(entry.Key, key, StringComparison.Ordinal))
            .Value!;
}
