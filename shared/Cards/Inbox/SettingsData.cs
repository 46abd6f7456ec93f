namespace PaymentBot.Cards.Inbox;

/// <summary>What the buttons of the settings carry: <c>s:&lt;verb&gt;[:&lt;argument&gt;]</c>.</summary>
public static class SettingsData
{
    /// <summary>What all of it begins with.</summary>
    public const string Prefix = "s";

    /// <summary>Shows the settings.</summary>
    public const string Main = "m";

    /// <summary>Shows the languages, or takes one.</summary>
    public const string Language = "l";

    /// <summary>Turns the sound <see cref="On"/> or <see cref="Off"/>.</summary>
    public const string Sound = "n";

    /// <summary>Shows the quiet hours, or takes some: <c>22.00-8.00</c> or <see cref="Off"/>.</summary>
    public const string QuietHours = "q";

    /// <summary>Shows the time zones, or takes one by its IANA name.</summary>
    public const string TimeZone = "z";

    /// <summary>The argument that gives up a choice of one's own.</summary>
    public const string Auto = "auto";

    /// <summary>The argument that turns on.</summary>
    public const string On = "on";

    /// <summary>The argument that turns off.</summary>
    public const string Off = "off";

    /// <summary>The data of a button.</summary>
    /// <param name="verb">The verb.</param>
    /// <param name="argument">Its argument, or null; no colons.</param>
    public static string Of(string verb, string? argument = null) =>
        argument is null ? $"{Prefix}:{verb}" : $"{Prefix}:{verb}:{argument}";
}
