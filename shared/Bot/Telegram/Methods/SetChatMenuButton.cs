using PaymentBot.Bot.Telegram.Types;

namespace PaymentBot.Bot.Telegram.Methods;

/// <summary>Sets the button beside the input field of every private chat that has none of its own.</summary>
/// <remarks>Source: https://core.telegram.org/bots/api#setchatmenubutton.</remarks>
public sealed record SetChatMenuButton
{
    /// <summary>The button.</summary>
    public required MenuButton MenuButton { get; init; }
}
