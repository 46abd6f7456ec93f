using PaymentBot.Bot.Conversation;
using PaymentBot.Bot.Deciding;
using PaymentBot.Bot.SignIn;
using PaymentBot.Storage;
using Telegram.Bot.Requests;
using Telegram.Bot.Requests.Abstractions;
using Telegram.Bot.Types;

namespace PaymentBot.Bot.Updates;

/// <summary>Hands a tap to whom its button belongs.</summary>
/// <param name="signIn">The question about another account.</param>
/// <param name="menus">Buttons of menus.</param>
/// <param name="cards">Buttons of cards.</param>
/// <param name="handled">Remembers what was done.</param>
public sealed class TapRouter(SignInDialogue signIn, MenuTaps menus, TapHandler cards, HandledUpdates handled)
{
    /// <summary>Works on one tap.</summary>
    /// <param name="updateId">The update it came in.</param>
    /// <param name="query">The tap.</param>
    /// <param name="cancellationToken">Ends the work; doing it again is safe.</param>
    /// <returns>The call that answers the tap.</returns>
    /// <exception cref="StorageException">The store failed; the update has to come again.</exception>
    public async Task<IRequest> AnswerAsync(long updateId, CallbackQuery query, CancellationToken cancellationToken)
    {
        var toast = await ActAsync(updateId, query, cancellationToken);
        return new AnswerCallbackQueryRequest
        {
            CallbackQueryId = query.Id,
            Text = string.IsNullOrEmpty(toast) ? null : toast,
        };
    }

    private Task<string> ActAsync(long updateId, CallbackQuery query, CancellationToken cancellationToken)
    {
        if (signIn.ConcernsTap(query))
        {
            return handled.OnceAsync(updateId, token => signIn.AnswerTapAsync(query, token), cancellationToken);
        }

        return menus.Concerns(query)
            ? menus.HandleAsync(updateId, query, cancellationToken)
            : cards.HandleAsync(updateId, query, cancellationToken);
    }
}
