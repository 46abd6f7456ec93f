using PaymentBot.Bot.Telegram.Methods;
using PaymentBot.Bot.Telegram.Types;
using PaymentBot.Bot.Telegram.Wire;

namespace PaymentBot.Bot.Telegram;

/// <summary>What the bot says of itself: commands, descriptions, menu button. What every call throws is said at <see cref="TelegramClient"/>.</summary>
public static class TelegramProfileMethods
{
    /// <summary>Sets the command menu. Safe to repeat.</summary>
    /// <param name="client">The bot.</param>
    /// <param name="request">The commands, for whom and in which language.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>Completes when the menu is set.</returns>
    public static Task SetMyCommandsAsync(
        this TelegramClient client,
        SetMyCommands request,
        CancellationToken cancellationToken
    ) => client.SendAsync(ApiMethods.SetMyCommands, request, cancellationToken);

    /// <summary>Tells the command menu.</summary>
    /// <param name="client">The bot.</param>
    /// <param name="request">For whom and in which language.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>The commands; empty when none are set there.</returns>
    public static Task<IReadOnlyList<BotCommand>> GetMyCommandsAsync(
        this TelegramClient client,
        GetMyCommands request,
        CancellationToken cancellationToken
    ) => client.SendAsync(ApiMethods.GetMyCommands, request, cancellationToken);

    /// <summary>Sets what an empty chat with the bot shows. Safe to repeat.</summary>
    /// <param name="client">The bot.</param>
    /// <param name="request">The text and its language.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>Completes when the text is set.</returns>
    public static Task SetMyDescriptionAsync(
        this TelegramClient client,
        SetMyDescription request,
        CancellationToken cancellationToken
    ) => client.SendAsync(ApiMethods.SetMyDescription, request, cancellationToken);

    /// <summary>Tells what an empty chat with the bot shows.</summary>
    /// <param name="client">The bot.</param>
    /// <param name="request">In which language.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>The text.</returns>
    public static Task<BotDescription> GetMyDescriptionAsync(
        this TelegramClient client,
        GetMyDescription request,
        CancellationToken cancellationToken
    ) => client.SendAsync(ApiMethods.GetMyDescription, request, cancellationToken);

    /// <summary>Sets what the bot's profile shows. Safe to repeat.</summary>
    /// <param name="client">The bot.</param>
    /// <param name="request">The text and its language.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>Completes when the text is set.</returns>
    public static Task SetMyShortDescriptionAsync(
        this TelegramClient client,
        SetMyShortDescription request,
        CancellationToken cancellationToken
    ) => client.SendAsync(ApiMethods.SetMyShortDescription, request, cancellationToken);

    /// <summary>Tells what the bot's profile shows.</summary>
    /// <param name="client">The bot.</param>
    /// <param name="request">In which language.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>The text.</returns>
    public static Task<BotShortDescription> GetMyShortDescriptionAsync(
        this TelegramClient client,
        GetMyDescription request,
        CancellationToken cancellationToken
    ) => client.SendAsync(ApiMethods.GetMyShortDescription, request, cancellationToken);

    /// <summary>Sets the menu button of all private chats. Safe to repeat.</summary>
    /// <param name="client">The bot.</param>
    /// <param name="request">The button.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>Completes when the button is set.</returns>
    public static Task SetChatMenuButtonAsync(
        this TelegramClient client,
        SetChatMenuButton request,
        CancellationToken cancellationToken
    ) => client.SendAsync(ApiMethods.SetChatMenuButton, request, cancellationToken);

    /// <summary>Tells the menu button of all private chats.</summary>
    /// <param name="client">The bot.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>The button.</returns>
    public static Task<MenuButton> GetChatMenuButtonAsync(
        this TelegramClient client,
        CancellationToken cancellationToken
    ) => client.SendAsync(ApiMethods.GetChatMenuButton, new NoParameters(), cancellationToken);
}
