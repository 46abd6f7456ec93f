using System.Globalization;

namespace PaymentBot.Sandbox.Hosting;

/// <summary>The program's command line.</summary>
/// <param name="arguments">As given.</param>
internal sealed class ProgramOptions(string[] arguments)
{
    /// <summary>Whether somebody runs a bot of their own.</summary>
    public bool NoBot => arguments.Contains("--no-bot", StringComparer.Ordinal);

    /// <summary>Whether the published bot runs behind the double of the Functions host.</summary>
    public bool Hosted => arguments.Contains("--hosted", StringComparer.Ordinal);

    /// <summary>Whether the ERP fetches decisions, as one does that nobody can call.</summary>
    public bool ErpPulls => arguments.Contains("--erp-pull", StringComparer.Ordinal);

    /// <summary>The value of an option, or null.</summary>
    /// <exception cref="SandboxException">The value is missing.</exception>
    public string? Text(string option)
    {
        var at = Array.IndexOf(arguments, option);
        if (at < 0)
        {
            return null;
        }

        return at + 1 < arguments.Length ? arguments[at + 1] : throw new SandboxException($"{option} needs a value.");
    }

    /// <summary>A port.</summary>
    /// <exception cref="SandboxException">It is none.</exception>
    public int Port(string option, int otherwise)
    {
        if (Text(option) is not { } text)
        {
            return otherwise;
        }

        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= 65535
            ? number
            : throw new SandboxException($"{option} needs a port number.");
    }
}
