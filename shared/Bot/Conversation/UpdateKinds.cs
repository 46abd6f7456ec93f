using System.Text.Json;
using Telegram.Bot.Types.Enums;

namespace PaymentBot.Bot.Conversation;

/// <summary>The kinds of updates the bot asks Telegram for.</summary>
public static class UpdateKinds
{
    /// <summary>Always sent in full: a list left out would keep the one of an earlier setup.</summary>
    public static IReadOnlyList<UpdateType> Allowed { get; } =
    [
        UpdateType.Message,
        UpdateType.CallbackQuery,
        UpdateType.MyChatMember,
        UpdateType.InlineQuery,
        UpdateType.ChosenInlineResult,
    ];

    /// <summary>Their names as the Bot API spells them; a kind that nobody knows yet is <c>unknown</c>.</summary>
    /// <param name="kinds">The kinds.</param>
    public static IEnumerable<string> NamesOf(IEnumerable<UpdateType> kinds) =>
        kinds.Select(kind => JsonNamingPolicy.SnakeCaseLower.ConvertName(kind.ToString()));
}
