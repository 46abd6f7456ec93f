using PaymentBot.Bot.Conversation;
using PaymentBot.Bot.Deciding;
using PaymentBot.Cards;
using PaymentBot.Cards.Inbox;
using PaymentBot.Storage;

namespace PaymentBot.Bot.Inbox;

/// <summary>The commands that show lists: /pending, /mine, /history, /find, and /timeline for a number.</summary>
/// <param name="lists">Makes pages.</param>
/// <param name="finder">Finds requests.</param>
/// <param name="timelines">Tells the way of a request.</param>
public sealed class InboxCommands(InboxLists lists, RequestFinder finder, TimelineTeller timelines)
{
    /// <summary>Carries out a command.</summary>
    /// <param name="command">The command.</param>
    /// <param name="actor">The person.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>What to show, or null when it is no command of these.</returns>
    /// <exception cref="StorageException">The store failed; the update has to come again.</exception>
    public async Task<Screen?> RunAsync(ChatCommand command, Actor actor, CancellationToken cancellationToken) =>
        command.Name switch
        {
            "pending" => await lists.ShowAsync(InboxKind.Pending, null, 0, actor, cancellationToken),
            "mine" => await lists.ShowAsync(InboxKind.Mine, null, 0, actor, cancellationToken),
            "history" => await lists.ShowAsync(InboxKind.History, null, 0, actor, cancellationToken),
            "find" => await FindAsync(InboxScreen.QueryFrom(command.Argument), actor, cancellationToken),
            "timeline" => await TimelineAsync(InboxScreen.QueryFrom(command.Argument), actor, cancellationToken),
            _ => null,
        };

    private async Task<Screen> FindAsync(string query, Actor actor, CancellationToken cancellationToken) =>
        query.Length == 0
            ? Screen.Of(actor.Phrases.Inbox.FindHow)
            : await lists.ShowAsync(InboxKind.Found, query, 0, actor, cancellationToken);

    /// <summary>A number that several requests have leads to a list of them; their cards have the button.</summary>
    private async Task<Screen> TimelineAsync(string query, Actor actor, CancellationToken cancellationToken)
    {
        if (query.Length == 0)
        {
            return Screen.Of(actor.Phrases.Inbox.TimelineHow);
        }

        var (requests, _) = await finder.FindAsync(InboxKind.Found, query, 0, actor, cancellationToken);
        return requests is [var only]
            ? await timelines.TellAsync(only, actor, cancellationToken)
            : await lists.ShowAsync(InboxKind.Found, query, 0, actor, cancellationToken);
    }
}
