using PaymentBot.Bot.Conversation;
using PaymentBot.Bot.Delivery;
using PaymentBot.Bot.Inbox;
using PaymentBot.Bot.Jobs;
using PaymentBot.Bot.SignIn;
using PaymentBot.Cards;
using PaymentBot.Storage;
using Telegram.Bot.Types;

namespace PaymentBot.Bot.Updates;

/// <summary>The commands of a linked person in the private chat.</summary>
/// <param name="refresh">Looks at the open requests of a person.</param>
/// <param name="account">What concerns the link itself.</param>
/// <param name="inbox">The person's lists.</param>
/// <param name="opener">Opens requests.</param>
/// <param name="settings">The person's settings.</param>
/// <param name="help">What the bot can do for the person.</param>
public sealed class PersonCommands(
    PersonRefresh refresh,
    AccountCommands account,
    InboxCommands inbox,
    RequestOpener opener,
    PreferenceText settings,
    PersonHelp help
)
{
    /// <summary>Carries out a command.</summary>
    /// <param name="command">The command.</param>
    /// <param name="actor">The person.</param>
    /// <param name="sender">The same person as Telegram knows them.</param>
    /// <param name="updateId">The update the command came in.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>What to answer, or null when the answer is on its way already.</returns>
    /// <exception cref="StorageException">The store failed; the update has to come again.</exception>
    public async Task<DeliveryJob?> RunAsync(
        ChatCommand command,
        Actor actor,
        User sender,
        long updateId,
        CancellationToken cancellationToken
    )
    {
        if (command.Is("start") && RequestLink.Read(command.Argument) is { } key)
        {
            return await opener.OpenAsync(key, actor, updateId, cancellationToken)
                ? null
                : Notice(actor, actor.Phrases.RequestNotFound);
        }

        if (command.Is("settings"))
        {
            return Show(actor, settings.Show(actor));
        }

        return await inbox.RunAsync(command, actor, cancellationToken) is { } screen
            ? Show(actor, screen)
            : Notice(actor, await SayAsync(command, actor, sender, cancellationToken));
    }

    private static DeliveryJob Notice(Actor actor, string html) => DeliveryJob.Notice(actor.TelegramUserId, html);

    private static DeliveryJob Show(Actor actor, Screen screen) => DeliveryJob.Show(actor.TelegramUserId, screen);

    private async Task<string> SayAsync(
        ChatCommand command,
        Actor actor,
        User sender,
        CancellationToken cancellationToken
    )
    {
        switch (command.Name)
        {
            case "start":
                var waiting = await refresh.RefreshAsync(actor.ErpId, cancellationToken);
                return $"{actor.Phrases.StartLinked(sender.FirstName)}\n\n{actor.Phrases.InboxCount(waiting)}";
            case "login":
                return actor.Phrases.LoginAlready(sender.FirstName);
            case "me":
                return await account.DescribeAsync(actor, sender.FirstName, cancellationToken);
            case "logout":
                return await account.LeaveAsync(actor, cancellationToken);
            case "help":
                return await help.TellAsync(actor, cancellationToken);
            default:
                return actor.Phrases.Inbox.Help.UnknownCommand;
        }
    }
}
