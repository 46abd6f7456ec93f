using System.Globalization;
using PaymentBot.Delivery.Jobs;
using PaymentBot.Ledger;
using PaymentBot.Storage;
using PaymentBot.Telegram.Methods;
using PaymentBot.Telegram.Types;

namespace PaymentBot.Functions.TelegramWebhook;

/// <summary>
/// Works on one update: leaves out those seen within 48 hours, hands the others to whom they concern. An update is remembered only after its
/// work is stored, so one that stopped half-way is worked on again.
/// </summary>
/// <param name="seen">The updates already handled.</param>
/// <param name="taps">Taps on buttons.</param>
/// <param name="messages">Messages.</param>
/// <param name="memberships">The bot's own membership in chats.</param>
/// <param name="jobs">The queues.</param>
/// <param name="logger">The log.</param>
internal sealed partial class UpdateDispatcher(
    SeenStore seen,
    TapHandler taps,
    MessageHandler messages,
    MembershipHandler memberships,
    JobSender jobs,
    ILogger<UpdateDispatcher> logger
)
{
    /// <summary>Works on one update.</summary>
    /// <param name="update">The update.</param>
    /// <param name="cancellationToken">Ends the work; it is done again when the update comes again.</param>
    /// <returns>The answer to a tap, or null.</returns>
    /// <exception cref="StorageException">The store failed; the update has to come again.</exception>
    public async Task<AnswerCallbackQuery?> DispatchAsync(Update update, CancellationToken cancellationToken)
    {
        var key = string.Create(CultureInfo.InvariantCulture, $"update-{update.UpdateId}");
        if (await seen.FindAsync(key, cancellationToken) is { } former)
        {
            Log.Repeated(logger, update.UpdateId);
            return update.CallbackQuery is { } tap ? AnswerTo(tap, former) : null;
        }

        var result = await WorkAsync(update, cancellationToken);
        var followUp = result?.FollowUp is { } job ? jobs.DeliverAsync(job, TimeSpan.Zero, cancellationToken) : default;
        await seen.AddAsync(key, result?.Toast ?? string.Empty, cancellationToken);
        await followUp;
        return update.CallbackQuery is { } query ? AnswerTo(query, result?.Toast) : null;
    }

    private static AnswerCallbackQuery AnswerTo(CallbackQuery query, string? toast) =>
        new() { CallbackQueryId = query.Id, Text = string.IsNullOrEmpty(toast) ? null : toast };

    private async Task<TapAnswer?> WorkAsync(Update update, CancellationToken cancellationToken)
    {
        switch (update)
        {
            case { CallbackQuery: { } query }:
                return await taps.HandleAsync(query, cancellationToken);
            case { Message: { } message }:
                await messages.HandleAsync(message, cancellationToken);
                return null;
            case { MyChatMember: { } membership }:
                await memberships.HandleAsync(membership, cancellationToken);
                return null;
            default:
                Log.Ignored(logger, update.UpdateId);
                return null;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "Update {UpdateId} came again.")]
        public static partial void Repeated(ILogger logger, long updateId);

        [LoggerMessage(2, LogLevel.Debug, "Update {UpdateId} is of a kind the bot has no use for.")]
        public static partial void Ignored(ILogger logger, long updateId);
    }
}
