using PaymentBot.Bot.Telegram.Methods;
using PaymentBot.Bot.Telegram.Types;
using PaymentBot.Bot.Telegram.Wire;

namespace PaymentBot.Bot.Telegram;

/// <summary>Chats and who is in them. What every call throws is said at <see cref="TelegramClient"/>.</summary>
public static class TelegramChatMethods
{
    /// <summary>Tells somebody's standing in a chat. Of others than the bot itself it is certain only where the bot is an administrator.</summary>
    /// <param name="client">The bot.</param>
    /// <param name="request">Whose standing, and where.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>The standing; <c>left</c> for somebody who was never there.</returns>
    public static Task<ChatMember> GetChatMemberAsync(
        this TelegramClient client,
        GetChatMember request,
        CancellationToken cancellationToken
    ) => client.SendAsync(ApiMethods.GetChatMember, request, cancellationToken);
}
