using PaymentBot.Approvals;
using PaymentBot.Cards;
using PaymentBot.Cards.Inline;
using PaymentBot.Storage;

namespace PaymentBot.Bot.Delivery.Recipients;

/// <summary>How an inline message lies in the row of its card.</summary>
internal static class InlineColumns
{
    /// <summary>What an older program takes for a group that is not bound, and leaves alone.</summary>
    private const string Group = "inline";

    /// <summary>Reads.</summary>
    /// <param name="entity">The row.</param>
    /// <returns>The message, or null for a card of another kind. What the program does not know of is masked.</returns>
    public static InlineMessage? Read(TableEntity entity) =>
        entity.GetString("InlineMessageId") is { } id
            ? new InlineMessage(
                id,
                ViewOf(entity.GetString("View")),
                LanguageOf(entity.GetString("Language")),
                new ErpId(entity.GetString("ChosenBy") ?? string.Empty)
            )
            : null;

    private static InlineView ViewOf(string? text) =>
        Enum.TryParse<InlineView>(text, out var view) ? view : InlineView.Masked;

    private static Language LanguageOf(string? text) =>
        Enum.TryParse<Language>(text, out var language) ? language : Language.Russian;

    /// <summary>Writes, if there is something to write.</summary>
    /// <param name="entity">The row.</param>
    /// <param name="message">The message, or null.</param>
    /// <returns>The row.</returns>
    public static TableEntity Write(TableEntity entity, InlineMessage? message)
    {
        if (message is not null)
        {
            entity["Group"] = Group;
            entity["InlineMessageId"] = message.Id;
            entity["View"] = message.View.ToString();
            entity["Language"] = message.Language.ToString();
            entity["ChosenBy"] = message.ChosenBy.Value;
        }

        return entity;
    }
}
