using PaymentBot.Functions.SignIn;
using PaymentBot.Storage;
using PaymentBot.Telegram.Methods;
using PaymentBot.Telegram.Types;

namespace PaymentBot.Functions.TelegramWebhook;

/// <summary>Hands an update to whom it concerns. Each of them sees to it that an update which comes again changes nothing.</summary>
/// <param name="signIn">What is said about signing in.</param>
/// <param name="taps">Taps on buttons of cards.</param>
/// <param name="messages">Messages.</param>
/// <param name="memberships">The bot's own membership in chats.</param>
/// <param name="handled">Remembers what was done.</param>
/// <param name="logger">The log.</param>
internal sealed partial class UpdateDispatcher(
    SignInDialogue signIn,
    TapHandler taps,
    MessageHandler messages,
    MembershipHandler memberships,
    HandledUpdates handled,
    ILogger<UpdateDispatcher> logger
)
{
    /// <summary>Works on one update.</summary>
    /// <param name="update">The update.</param>
    /// <param name="cancellationToken">Ends the work; it is done again when the update comes again.</param>
    /// <returns>The call that answers at once, or null.</returns>
    /// <exception cref="StorageException">The store failed; the update has to come again.</exception>
    public async Task<UpdateReply?> DispatchAsync(Update update, CancellationToken cancellationToken)
    {
        switch (update)
        {
            case { CallbackQuery: { } query }:
                return ToastOf(query, await TapAsync(update.UpdateId, query, cancellationToken));
            case { Message: { } message } when signIn.Concerns(message):
                var words = await signIn.AnswerAsync(message, cancellationToken);
                return words is null ? null : new UpdateReply.Words(words);
            case { Message: { } message }:
                await OnceAsync(update, token => messages.HandleAsync(message, token), cancellationToken);
                return null;
            case { MyChatMember: { } membership }:
                await OnceAsync(update, token => memberships.HandleAsync(membership, token), cancellationToken);
                return null;
            default:
                Log.Ignored(logger, update.UpdateId);
                return null;
        }
    }

    private static UpdateReply.Toast ToastOf(CallbackQuery query, string toast) =>
        new(new AnswerCallbackQuery { CallbackQueryId = query.Id, Text = string.IsNullOrEmpty(toast) ? null : toast });

    private Task<string> TapAsync(long updateId, CallbackQuery query, CancellationToken cancellationToken) =>
        signIn.ConcernsTap(query)
            ? handled.OnceAsync(updateId, token => signIn.AnswerTapAsync(query, token), cancellationToken)
            : taps.HandleAsync(updateId, query, cancellationToken);

    private Task<string> OnceAsync(
        Update update,
        Func<CancellationToken, Task> work,
        CancellationToken cancellationToken
    ) =>
        handled.OnceAsync(
            update.UpdateId,
            async token =>
            {
                await work(token);
                return new TapAnswer(string.Empty);
            },
            cancellationToken
        );

    private static partial class Log
    {
        [LoggerMessage(2, LogLevel.Debug, "Update {UpdateId} is of a kind the bot has no use for.")]
        public static partial void Ignored(ILogger logger, long updateId);
    }
}
