namespace PaymentBot.Bot.Settings;

/// <summary>The configuration cannot be worked with. The messages name keys, never values.</summary>
/// <param name="faults">What is wrong, one line each.</param>
public sealed class SettingsException(IReadOnlyList<string> faults)
    : Exception($"The configuration cannot be used:\n{string.Join('\n', faults.Select(fault => $"- {fault}"))}")
{
    /// <summary>What is wrong, one line each.</summary>
    public IReadOnlyList<string> Faults { get; } = faults;
}
