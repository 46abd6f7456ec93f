using PaymentBot.Delivery;
using PaymentBot.Functions.SignIn;
using PaymentBot.Storage;
using PaymentBot.Telegram.Types;

namespace PaymentBot.Functions.TelegramWebhook;

/// <summary>The commands of a linked person in the private chat.</summary>
/// <param name="refresh">Looks at the open requests of a person.</param>
/// <param name="account">What concerns the link itself.</param>
internal sealed class PersonCommands(PersonRefresh refresh, AccountCommands account)
{
    /// <summary>Carries out a command.</summary>
    /// <param name="command">The command.</param>
    /// <param name="actor">The person.</param>
    /// <param name="sender">The same person as Telegram knows them.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>What to answer, in Telegram's HTML.</returns>
    /// <exception cref="StorageException">The store failed; the update has to come again.</exception>
    public async Task<string> RunAsync(
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
                return actor.Phrases.Help;
            default:
                return actor.Phrases.UnknownText;
        }
    }
}
