using PaymentBot.Delivery;
using PaymentBot.Delivery.Jobs;
using PaymentBot.Delivery.Recipients;
using PaymentBot.Telegram.Types;

namespace PaymentBot.Functions.TelegramWebhook;

/// <summary>Works on messages: commands and reasons in a private chat, commands alone in a group.</summary>
/// <param name="actors">Knows who is who.</param>
/// <param name="rejections">Takes reasons.</param>
/// <param name="refresh">Looks at the open requests of a person.</param>
/// <param name="groups">Remembers groups that moved.</param>
/// <param name="jobs">The queues.</param>
internal sealed class MessageHandler(
    ActorFinder actors,
    RejectFlow rejections,
    PersonRefresh refresh,
    GroupDirectory groups,
    JobSender jobs
)
{
    /// <summary>Works on one message.</summary>
    /// <param name="message">The message.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task HandleAsync(Message message, CancellationToken cancellationToken)
    {
        if (message.MigrateToChatId is { } movedTo)
        {
            await groups.MoveAsync(message.Chat.Id, movedTo, cancellationToken);
            return;
        }

        // An anonymous administrator or a channel is nobody, whatever "from" pretends.
        if (message.From is not { IsBot: false } sender || message.SenderChat is not null)
        {
            return;
        }

        if (!message.Chat.IsPrivate)
        {
            return;
        }

        var html = await AnswerAsync(message, sender, cancellationToken);
        await jobs.DeliverAsync(DeliveryJob.Notice(message.Chat.Id, html), TimeSpan.Zero, cancellationToken);
    }

    private static string? CommandOf(string? text)
    {
        if (text is null || !text.StartsWith('/'))
        {
            return null;
        }

        var end = text.AsSpan().IndexOfAny(" @\n");
        return (end < 0 ? text : text[..end]).ToLowerInvariant();
    }

    private async Task<string> AnswerAsync(Message message, User sender, CancellationToken cancellationToken)
    {
        var phrases = actors.PhrasesFor(sender);
        var actor = await actors.FindAsync(sender, cancellationToken);
        var command = CommandOf(message.Text);
        if (actor is null)
        {
            return string.Equals(command, "/login", StringComparison.Ordinal)
                ? phrases.LoginNotYet(sender.Id)
                : phrases.StartStranger(sender.Id);
        }

        return command is null
            ? await rejections.TakeReasonAsync(actor, message.Text, cancellationToken) ?? phrases.UnknownText
            : await CommandAsync(command, actor, sender, cancellationToken);
    }

    private async Task<string> CommandAsync(
        string command,
        Actor actor,
        User sender,
        CancellationToken cancellationToken
    )
    {
        switch (command)
        {
            case "/start":
                var waiting = await refresh.RefreshAsync(actor.ErpId, cancellationToken);
                return $"{actor.Phrases.StartLinked(sender.FirstName)}\n\n{actor.Phrases.InboxCount(waiting)}";
            case "/login":
                return actor.Phrases.LoginAlready(sender.FirstName);
            case "/help":
                return actor.Phrases.Help;
            default:
                return actor.Phrases.UnknownText;
        }
    }
}
