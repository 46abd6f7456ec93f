using PaymentBot.Bot.Telegram.Types;

namespace PaymentBot.Bot.Conversation;

/// <summary>The kinds of updates the bot asks Telegram for.</summary>
public static class UpdateKinds
{
    /// <summary>Always sent in full: a list left out would keep the one of an earlier setup.</summary>
    public static IReadOnlyList<string> Allowed { get; } =
    [
        UpdateKind.Message,
        UpdateKind.CallbackQuery,
        UpdateKind.MyChatMember,
        UpdateKind.InlineQuery,
        UpdateKind.ChosenInlineResult,
    ];
}
