using PaymentBot.Bot.Conversation;
using PaymentBot.Bot.People;
using PaymentBot.Bot.Settings;
using PaymentBot.Cards.Words;
using PaymentBot.Storage;

namespace PaymentBot.Bot.Inbox;

/// <summary>Answers /help with what fits the person's roles in the ERP and in the bot.</summary>
/// <param name="people">The people of the ERP.</param>
/// <param name="settings">Who looks after the bot, who binds groups, and whether people sign in.</param>
public sealed class PersonHelp(PeopleStore people, BotSettings settings)
{
    private const string Initiator = "initiator";

    /// <summary>What to say.</summary>
    /// <param name="actor">The person.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>Telegram's HTML.</returns>
    /// <exception cref="StorageException">The store failed; asking again is safe.</exception>
    public async Task<string> TellAsync(Actor actor, CancellationToken cancellationToken)
    {
        var person = await people.FindAsync(actor.ErpId, cancellationToken);
        return actor.Phrases.Inbox.Help.Tell(TopicsOf(person?.Roles ?? [], actor.TelegramUserId));
    }

    /// <summary>Somebody of whom the ERP told no role may have any part.</summary>
    private HelpTopics TopicsOf(IReadOnlyList<string> roles, long chatId)
    {
        var topics = roles.Count == 0 ? HelpTopics.Deciding | HelpTopics.Initiating : HelpTopics.None;
        foreach (var role in roles)
        {
            topics |= Is(role, Initiator) ? HelpTopics.Initiating : HelpTopics.Deciding;
            topics |= settings.BinderRoles.Contains(role, StringComparer.OrdinalIgnoreCase)
                ? HelpTopics.Groups
                : HelpTopics.None;
        }

        topics |= settings.Bot.OperatorChatId == chatId ? HelpTopics.Operating : HelpTopics.None;
        return topics | (settings.SignsIn ? HelpTopics.SigningIn : HelpTopics.None);
    }

    private static bool Is(string role, string name) => string.Equals(role, name, StringComparison.OrdinalIgnoreCase);
}
