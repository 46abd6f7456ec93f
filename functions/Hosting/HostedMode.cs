using System.Globalization;
using PaymentBot.Bot.Settings;

namespace PaymentBot.Functions.Hosting;

/// <summary>Tells whether the Functions host started this process, and where it calls it.</summary>
internal static class HostedMode
{
    private const string Prefix = "FUNCTIONS_CUSTOMHANDLER_";
    private const string Key = "PORT";

    /// <summary>The port the host will call, or null when the bot stands alone.</summary>
    /// <returns>1 to 65535.</returns>
    /// <exception cref="SettingsException">The environment variable is there but names no port.</exception>
    public static int? ReadPort() => Parse(new ConfigurationBuilder().AddEnvironmentVariables(Prefix).Build()[Key]);

    /// <summary>Reads the port.</summary>
    /// <param name="text">The value of the environment variable, or null.</param>
    /// <exception cref="SettingsException">It names no port.</exception>
    public static int? Parse(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        return
            int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port)
            && port is > 0 and <= 65535
            ? port
            : throw new SettingsException([$"{Prefix}{Key} must be a port, 1 to 65535."]);
    }
}
