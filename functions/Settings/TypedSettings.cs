using System.Globalization;
using PaymentBot.Bot.Settings;
using PaymentBot.Cards.Inline;

namespace PaymentBot.Functions.Settings;

/// <summary>The settings that are more than text. The binder would stop at the first wrong one, and show its value.</summary>
internal static class TypedSettings
{
    private static readonly Typed[] All =
    [
        new("Telegram:Updates", "Webhook or Polling", text => IsName<UpdatesMode>(text)),
        new("Erp:Mode", "Push or Pull", text => IsName<ErpMode>(text)),
        new("Storage:Provider", "Sqlite or AzureStorage", text => IsName<StorageProvider>(text)),
        new("Google:WorkspaceOnly", "true or false", text => bool.TryParse(text, out _)),
        new("Bot:InlineDisclosure", "Masked, Full or Off", text => IsName<InlineDisclosure>(text)),
        new("Approvals:FourEyes", "true or false", text => bool.TryParse(text, out _)),
        new("Bot:OperatorChatId", "the id of a chat, a number", IsWhole),
        new("Delivery:UnknownGraceSeconds", "a whole number of seconds", IsWhole),
        new("Delivery:FilesGraceSeconds", "a whole number of seconds", IsWhole),
        new("Delivery:LeaseSeconds", "a whole number of seconds", IsWhole),
    ];

    /// <summary>Leaves out what cannot be read.</summary>
    /// <param name="configuration">The configuration as given.</param>
    /// <param name="faults">Gets a line for each setting that was left out.</param>
    /// <returns>A configuration that the binder can read.</returns>
    public static IConfiguration Keep(IConfiguration configuration, ICollection<string> faults)
    {
        var wrong = All.Where(typed => configuration[typed.Key] is { Length: > 0 } text && !typed.Fits(text)).ToList();
        if (wrong.Count == 0)
        {
            return configuration;
        }

        foreach (var typed in wrong)
        {
            faults.Add($"{typed.Key.Replace(":", "__", StringComparison.Ordinal)} must be {typed.Kind}.");
        }

        var nothing = wrong.ToDictionary(typed => typed.Key, _ => (string?)null, StringComparer.OrdinalIgnoreCase);
        return new ConfigurationBuilder().AddConfiguration(configuration).AddInMemoryCollection(nothing).Build();
    }

    private static bool IsName<T>(string text)
        where T : struct, Enum => Enum.TryParse<T>(text, ignoreCase: true, out _);

    private static bool IsWhole(string text) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _);

    private sealed record Typed(string Key, string Kind, Func<string, bool> Fits);
}
