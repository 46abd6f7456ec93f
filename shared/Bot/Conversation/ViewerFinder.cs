using PaymentBot.Approvals;
using PaymentBot.Bot.People;
using PaymentBot.Bot.Search;
using PaymentBot.Bot.Settings;
using PaymentBot.Storage;

namespace PaymentBot.Bot.Conversation;

/// <summary>Finds out what a person may see: a role of <c>Bot__SeesAllRoles</c> lets them see every request.</summary>
/// <param name="people">The people of the ERP.</param>
/// <param name="settings">The roles.</param>
public sealed class ViewerFinder(PeopleStore people, BotSettings settings)
{
    /// <summary>Finds out for a linked person. Where no role sees all, nothing is read.</summary>
    /// <param name="actor">The person.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="StorageException">The store failed; asking again is safe.</exception>
    public ValueTask<Viewer> FindAsync(Actor actor, CancellationToken cancellationToken) =>
        FindAsync(actor.ErpId, cancellationToken);

    /// <summary>Finds out for a person who is known to be linked. Where no role sees all, nothing is read.</summary>
    /// <param name="erpId">The person.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="StorageException">The store failed; asking again is safe.</exception>
    public async ValueTask<Viewer> FindAsync(ErpId erpId, CancellationToken cancellationToken)
    {
        var roles = settings.Bot.SeesAllRoles;
        if (roles.Length == 0 || await people.FindAsync(erpId, cancellationToken) is not { Active: true } person)
        {
            return new Viewer(erpId, SeesAll: false);
        }

        var seesAll = person.Roles.Any(role => roles.Contains(role, StringComparer.OrdinalIgnoreCase));
        return new Viewer(erpId, seesAll);
    }
}
