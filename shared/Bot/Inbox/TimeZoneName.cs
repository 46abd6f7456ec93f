namespace PaymentBot.Bot.Inbox;

/// <summary>Reads names of time zones that people write: a name of the IANA database, and nothing that could name another file.</summary>
public static class TimeZoneName
{
    private const int MaxLength = 50;

    /// <summary>Reads a name.</summary>
    /// <param name="text">Any text, or null.</param>
    /// <returns>The name of a zone this machine knows, or null.</returns>
    public static string? Read(string? text) =>
        text is { Length: >= 3 and <= MaxLength }
        && char.IsAsciiLetter(text[0])
        && text.All(symbol => char.IsAsciiLetterOrDigit(symbol) || symbol is '/' or '_' or '-' or '+')
        && TimeZoneInfo.TryFindSystemTimeZoneById(text, out var zone)
            ? zone.Id
            : null;
}
