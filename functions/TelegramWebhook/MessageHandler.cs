using PaymentBot.Delivery.Jobs;
using PaymentBot.Delivery.Recipients;
using PaymentBot.Functions.Settings;
using PaymentBot.Functions.SignIn;
using PaymentBot.Telegram.Types;

namespace PaymentBot.Functions.TelegramWebhook;

/// <summary>Works on messages: commands and reasons in a private chat, commands alone in a group.</summary>
/// <param name="actors">Knows who is who.</param>
/// <param name="rejections">Takes reasons.</param>
/// <param name="commands">Carries out commands.</param>
/// <param name="pointer">Answers in groups.</param>
/// <param name="groups">Remembers groups that moved.</param>
/// <param name="jobs">The queues.</param>
/// <param name="settings">Whether people sign in.</param>
internal sealed class MessageHandler(
    ActorFinder actors,
    RejectFlow rejections,
    PersonCommands commands,
    GroupPointer pointer,
    GroupDirectory groups,
    JobSender jobs,
    BotSettings settings
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
            await pointer.HandleAsync(message, sender, cancellationToken);
            return;
        }

        var html = await AnswerAsync(message, sender, cancellationToken);
        await jobs.DeliverAsync(DeliveryJob.Notice(message.Chat.Id, html), TimeSpan.Zero, cancellationToken);
    }

    private async Task<string> AnswerAsync(Message message, User sender, CancellationToken cancellationToken)
    {
        var actor = await actors.FindAsync(sender, cancellationToken);
        var command = ChatCommand.Parse(message.Text);
        if (actor is null)
        {
            return AnswerStranger(command, sender);
        }

        return command is null
            ? await rejections.TakeReasonAsync(actor, message.Text, cancellationToken) ?? actor.Phrases.UnknownText
            : await commands.RunAsync(command, actor, sender, cancellationToken);
    }

    private string AnswerStranger(ChatCommand? command, User sender)
    {
        var phrases = actors.PhrasesFor(sender);
        if (settings.SignsIn)
        {
            return phrases.SignIn.Stranger;
        }

        return command?.Is("login") == true ? phrases.LoginNotYet(sender.Id) : phrases.StartStranger(sender.Id);
    }
}
