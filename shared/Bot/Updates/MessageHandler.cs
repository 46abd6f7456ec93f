using PaymentBot.Bot.Conversation;
using PaymentBot.Bot.Deciding;
using PaymentBot.Bot.Inbox;
using PaymentBot.Bot.Jobs;
using PaymentBot.Bot.Settings;
using Telegram.Bot.Types;

namespace PaymentBot.Bot.Updates;

/// <summary>Works on messages in private chats: commands, reasons and comments.</summary>
/// <param name="actors">Knows who is who.</param>
/// <param name="awaited">Takes reasons and comments.</param>
/// <param name="commands">Carries out commands.</param>
/// <param name="preferences">Takes quiet hours.</param>
/// <param name="unasked">Answers what was not asked for.</param>
/// <param name="jobs">The queues.</param>
/// <param name="settings">Whether people sign in.</param>
public sealed class MessageHandler(
    ActorFinder actors,
    AwaitedText awaited,
    PersonCommands commands,
    PreferenceText preferences,
    UnaskedText unasked,
    JobSender jobs,
    BotSettings settings
)
{
    /// <summary>Works on one message.</summary>
    /// <param name="updateId">The update it came in.</param>
    /// <param name="message">The message.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task HandleAsync(long updateId, Message message, CancellationToken cancellationToken)
    {
        if (message.From is not { IsBot: false } sender || message.SenderChat is not null)
        {
            return;
        }

        if (await AnswerAsync(updateId, message, sender, cancellationToken) is { } answer)
        {
            await jobs.DeliverAsync(answer, TimeSpan.Zero, cancellationToken);
        }
    }

    private async Task<DeliveryJob?> AnswerAsync(
        long updateId,
        Message message,
        User sender,
        CancellationToken cancellationToken
    )
    {
        var command = ChatCommand.Parse(message.Text);
        if (await actors.FindAsync(sender, cancellationToken) is not { } actor)
        {
            return NoticeOf(sender, await AnswerStrangerAsync(command, sender, cancellationToken));
        }

        if (command is not null)
        {
            return await commands.RunAsync(command, actor, sender, updateId, cancellationToken);
        }

        if (await preferences.TakeAsync(actor, message.Text, cancellationToken) is { } screen)
        {
            return DeliveryJob.Show(sender.Id, screen);
        }

        return NoticeOf(
            sender,
            await awaited.TakeAsync(actor, message.Text, updateId, cancellationToken)
                ?? await unasked.AnswerAsync(sender.Id, actor.Phrases.Inbox.Help.UnknownText, cancellationToken)
        );
    }

    private static DeliveryJob? NoticeOf(User sender, string? html) =>
        html is null ? null : DeliveryJob.Notice(sender.Id, html);

    /// <summary>A command is always answered, anything else once in a while.</summary>
    private async Task<string?> AnswerStrangerAsync(
        ChatCommand? command,
        User sender,
        CancellationToken cancellationToken
    )
    {
        var way = WayIn(command, sender);
        return command is null ? await unasked.AnswerAsync(sender.Id, way, cancellationToken) : way;
    }

    private string WayIn(ChatCommand? command, User sender)
    {
        var phrases = actors.PhrasesFor(sender);
        if (settings.SignsIn)
        {
            return phrases.SignIn.Stranger;
        }

        return command?.Is("login") == true ? phrases.LoginNotYet(sender.Id) : phrases.StartStranger(sender.Id);
    }
}
