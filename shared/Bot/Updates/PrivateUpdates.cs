using PaymentBot.Bot.Conversation;
using PaymentBot.Bot.Inline;
using PaymentBot.Bot.SignIn;
using PaymentBot.Storage;
using Telegram.Bot.Requests.Abstractions;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;

namespace PaymentBot.Bot.Updates;

/// <summary>Works on what happens in private chats. An update that comes again changes nothing.</summary>
/// <param name="signIn">What is said about signing in.</param>
/// <param name="inline">Explains inline queries.</param>
/// <param name="messages">Messages.</param>
/// <param name="memberships">The bot's own membership.</param>
/// <param name="handled">Remembers what was done.</param>
public sealed class PrivateUpdates(
    SignInDialogue signIn,
    InlineUpdates inline,
    MessageHandler messages,
    MembershipHandler memberships,
    HandledUpdates handled
)
{
    /// <summary>Whether an update happened in a private chat.</summary>
    /// <param name="update">The update.</param>
    public static bool Concerns(Update update) =>
        update is { Message.Chat.Type: ChatType.Private } or { MyChatMember.Chat.Type: ChatType.Private };

    /// <summary>Works on one update.</summary>
    /// <param name="update">The update.</param>
    /// <param name="cancellationToken">Ends the work; doing it again is safe.</param>
    /// <returns>The call that answers at once, or null.</returns>
    /// <exception cref="StorageException">The store failed; the update has to come again.</exception>
    public async Task<IRequest?> HandleAsync(Update update, CancellationToken cancellationToken)
    {
        if (update.MyChatMember is { } membership)
        {
            await handled.OnceAsync(update, token => memberships.HandleAsync(membership, token), cancellationToken);
            return null;
        }

        var message = update.Message!;
        if (signIn.Concerns(message))
        {
            return await signIn.AnswerAsync(message, cancellationToken);
        }

        if (await signIn.OfferBeforeRequestAsync(message, cancellationToken) is { } offer)
        {
            return offer;
        }

        if (await inline.GuideAsync(message, cancellationToken) is { } guide)
        {
            return guide;
        }

        await handled.OnceAsync(update, token => messages.HandleAsync(update.Id, message, token), cancellationToken);
        return null;
    }
}
