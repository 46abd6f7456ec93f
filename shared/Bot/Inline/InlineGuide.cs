using PaymentBot.Bot.Conversation;
using PaymentBot.Bot.Settings;
using PaymentBot.Bot.Telegram;
using PaymentBot.Cards;
using PaymentBot.Cards.Inline;
using PaymentBot.Storage;
using Telegram.Bot.Requests;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;
using Telegram.Bot.Types.ReplyMarkups;

namespace PaymentBot.Bot.Inline;

/// <summary>Explains in the private chat how to search, to somebody linked who comes from an inline query, and leads back there.</summary>
/// <param name="actors">Knows who is who.</param>
/// <param name="identity">The bot's name.</param>
/// <param name="settings">Whether there is anything to search.</param>
public sealed class InlineGuide(ActorFinder actors, BotIdentity identity, BotSettings settings)
{
    /// <summary>The button that goes on searching, if searching is on: Telegram takes whoever came from an inline query back to the chat where it was typed.</summary>
    /// <param name="settings">Whether it is on.</param>
    /// <param name="phrases">The user's language.</param>
    public static InlineKeyboardButton[] ButtonsOf(BotSettings settings, IPhrases phrases) =>
        settings.Bot.InlineDisclosure == InlineDisclosure.Off
            ? []
            : [InlineKeyboardButton.WithSwitchInlineQuery(phrases.Inline.SearchButton, string.Empty)];

    /// <summary>Whether a message asks how to search.</summary>
    /// <param name="message">The message.</param>
    public bool Concerns(Message message) =>
        settings.Bot.InlineDisclosure != InlineDisclosure.Off
        && message is { Chat.Type: ChatType.Private, From.IsBot: false, SenderChat: null }
        && ChatCommand.Parse(message.Text) is { Name: "start", Argument: InlineStart.Guide };

    /// <summary>Answers it.</summary>
    /// <param name="message">The message.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The guide; null for a stranger, who is told something else.</returns>
    /// <exception cref="StorageException">The store failed; the update has to come again.</exception>
    public async Task<SendMessageRequest?> AnswerAsync(Message message, CancellationToken cancellationToken)
    {
        var sender = message.From!;
        if (await actors.FindAsync(sender, cancellationToken) is not { } actor)
        {
            return null;
        }

        return PrivateReply.To(
            sender,
            actor.Phrases.Inline.Guide(await NameAsync(cancellationToken)),
            ButtonsOf(settings, actor.Phrases)
        );
    }

    private async ValueTask<string> NameAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await identity.GetUsernameAsync(cancellationToken);
        }
        catch (TelegramApiException)
        {
            // The button knows the name.
            return "bot";
        }
    }
}
