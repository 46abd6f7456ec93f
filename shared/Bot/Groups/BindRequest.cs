using PaymentBot.Bot.Delivery.Recipients;
using PaymentBot.Cards;
using PaymentBot.Cards.Groups;

namespace PaymentBot.Bot.Groups;

/// <summary>What somebody wrote behind /bind: a key, and perhaps a level and a language.</summary>
/// <param name="Key">The key.</param>
/// <param name="Redaction">How much the cards show.</param>
/// <param name="Language">The language of the cards, or null for the default.</param>
public sealed record BindRequest(string Key, Redaction Redaction, Language? Language)
{
    /// <summary>Reads it. What is not said hides more rather than less.</summary>
    /// <param name="argument">What follows the command, or null.</param>
    /// <returns>The request, or null when it is not understood.</returns>
    public static BindRequest? Parse(string? argument)
    {
        var words = (argument ?? string.Empty).Split(
            [' ', '\t', '\n', '\u00A0'],
            StringSplitOptions.RemoveEmptyEntries
        );
        if (words is [] || !GroupKey.IsValid(words[0]))
        {
            return null;
        }

        var read = new BindRequest(words[0], Redaction.Account, null);
        foreach (var word in words.Skip(1))
        {
            if (RedactionNames.Parse(word) is { } redaction)
            {
                read = read with { Redaction = redaction };
            }
            else if (word.ToLowerInvariant() is "ru" or "en")
            {
                read = read with { Language = LanguageTags.Parse(word, Cards.Language.Russian) };
            }
            else
            {
                return null;
            }
        }

        return read;
    }
}
