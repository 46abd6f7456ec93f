using System.Globalization;
using PaymentBot.Bot.Delivery.Recipients;
using PaymentBot.Cards;
using PaymentBot.Cards.Groups;

namespace PaymentBot.Functions.Settings;

/// <summary>
/// Reads the section <c>Groups</c>: <c>Groups__{key}</c> is <c>chat id[/topic] [full|account|rounded] [ru|en]</c>. Without a level it is <c>full</c>, for
/// whoever writes settings reads every document anyway.
/// </summary>
/// <param name="section">The section.</param>
/// <param name="faults">Gets a line for each setting that is wrong.</param>
internal sealed class GroupSettingsReader(IConfigurationSection section, ICollection<string> faults)
{
    private const string BinderRoles = "BinderRoles";

    /// <summary>The places by key, compared without case.</summary>
    public Dictionary<string, GroupPlace> ReadPlaces()
    {
        var groups = new Dictionary<string, GroupPlace>(StringComparer.OrdinalIgnoreCase);
        foreach (var entry in section.GetChildren().Where(entry => !IsRoles(entry.Key)))
        {
            if (GroupKey.IsValid(entry.Key) && Parse(entry.Value ?? string.Empty) is { } place)
            {
                groups[entry.Key] = place;
            }
            else
            {
                faults.Add(
                    $"Groups__{entry.Key} must be the chat id of a group, a negative number, perhaps with /topic, and full, account or rounded."
                );
            }
        }

        return groups;
    }

    /// <summary>The ERP's roles that bind groups.</summary>
    public IReadOnlyList<string> ReadBinderRoles() =>
        [
            .. section
                .GetSection(BinderRoles)
                .GetChildren()
                .Select(entry => entry.Value?.Trim() ?? string.Empty)
                .Where(role => role.Length > 0),
        ];

    private static bool IsRoles(string key) => string.Equals(key, BinderRoles, StringComparison.OrdinalIgnoreCase);

    private static GroupPlace? Parse(string text)
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var parts = words.Length == 0 ? [] : words[0].Split('/');
        if (
            parts.Length is not (1 or 2)
            || !TryNumber(parts[0], out var chatId)
            || chatId >= 0
            || !TryTopic(parts, out var threadId)
        )
        {
            return null;
        }

        return ReadWords(new GroupPlace(chatId, threadId, Redaction.Full), words.Skip(1));
    }

    private static GroupPlace? ReadWords(GroupPlace place, IEnumerable<string> words)
    {
        foreach (var word in words)
        {
            if (RedactionNames.Parse(word) is { } redaction)
            {
                place = place with { Redaction = redaction };
            }
            else if (word is "ru" or "en")
            {
                place = place with { Language = LanguageTags.Parse(word, Language.Russian) };
            }
            else
            {
                return null;
            }
        }

        return place;
    }

    private static bool TryTopic(string[] parts, out long? threadId)
    {
        threadId =
            parts.Length > 1 && TryNumber(parts[1], out var number) && number is > 1 and <= int.MaxValue
                ? number
                : null;
        return parts.Length == 1 || threadId is not null;
    }

    private static bool TryNumber(string text, out long number) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number);
}
