using PaymentBot.Bot.Conversation;
using PaymentBot.Bot.People;
using PaymentBot.Erp.Answers;
using PaymentBot.Erp.People;
using PaymentBot.Storage;

namespace PaymentBot.Bot.SignIn;

/// <summary>Takes people in. Whoever is inactive loses access before the call is answered.</summary>
/// <param name="people">The people of the ERP.</param>
/// <param name="changes">Removes links.</param>
/// <param name="notices">Tells people.</param>
public sealed class PeopleIntake(PeopleStore people, LinkChanges changes, PersonNotices notices)
{
    /// <summary>Takes people in, one after another.</summary>
    /// <param name="announced">The people, each once.</param>
    /// <param name="cancellationToken">Ends the work; taking them again is safe.</param>
    /// <returns>The counts.</returns>
    /// <exception cref="StorageException">The store failed half-way; taking all of them again is safe.</exception>
    public async Task<PeopleAnswer> TakeAsync(
        IReadOnlyList<DirectoryPerson> announced,
        CancellationToken cancellationToken
    )
    {
        var created = 0;
        var deactivated = 0;
        foreach (var person in announced)
        {
            var former = await people.FindAsync(person.ErpId, cancellationToken);
            await people.SaveAsync(person, cancellationToken);
            created += former is null ? 1 : 0;
            deactivated += former?.Active == true && !person.Active ? 1 : 0;
            if (!person.Active)
            {
                await CloseAsync(person, cancellationToken);
            }
        }

        return new PeopleAnswer
        {
            Received = announced.Count,
            Created = created,
            Updated = announced.Count - created,
            Deactivated = deactivated,
        };
    }

    /// <summary>Also for a person known to be inactive: a call before this one may have ended between the row and the link.</summary>
    private async Task CloseAsync(DirectoryPerson person, CancellationToken cancellationToken)
    {
        if (await changes.RemoveAsync(person.ErpId, cancellationToken) is { } removed)
        {
            await notices.TellAsync(removed, phrases => phrases.SignIn.AccessTaken, cancellationToken);
        }
    }
}
