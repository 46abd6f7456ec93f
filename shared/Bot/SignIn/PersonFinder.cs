using PaymentBot.Bot.Conversation;
using PaymentBot.Bot.People;
using PaymentBot.Erp;
using PaymentBot.Erp.People;

namespace PaymentBot.Bot.SignIn;

/// <summary>Finds the one ERP person to whom a mailbox belongs: first among those the ERP announced, then by asking the ERP.</summary>
/// <param name="people">Those the ERP announced.</param>
/// <param name="erp">Asks the ERP for those it did not announce.</param>
/// <param name="operators">Told when a mailbox has more than one owner.</param>
/// <param name="logger">The log.</param>
public sealed partial class PersonFinder(
    PeopleStore people,
    ErpPeopleClient erp,
    OperatorNotices operators,
    ILogger<PersonFinder> logger
)
{
    /// <summary>Finds the person.</summary>
    /// <param name="mailbox">A mailbox that Google vouched for.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="Storage.StorageException">The store failed; asking again is safe.</exception>
    public async Task<PersonFinding> FindAsync(EmailAddress mailbox, CancellationToken cancellationToken)
    {
        var announced = await people.FindAsync(mailbox, cancellationToken);
        var active = announced.Where(person => person.Active).ToList();
        switch (active)
        {
            case [var person]:
                return new PersonFinding.Found(person.ErpId, person.Name);
            case []:
                return announced.Count > 0
                    ? new PersonFinding.Inactive()
                    : await AskErpAsync(mailbox, cancellationToken);
            default:
                Log.Several(logger, active.Count, mailbox.Domain);
                await operators.TwoPeopleOneMailboxAsync(mailbox, active.Count, cancellationToken);
                return new PersonFinding.Several(active.Count);
        }
    }

    private async Task<PersonFinding> AskErpAsync(EmailAddress mailbox, CancellationToken cancellationToken)
    {
        switch (await erp.FindAsync(mailbox, cancellationToken))
        {
            case PersonAnswer.None:
                return new PersonFinding.Unknown();
            case PersonAnswer.Found { Person: var person }:
                return await TakeInAsync(person, cancellationToken);
            default:
                return new PersonFinding.Unreachable();
        }
    }

    /// <summary>Who was announced as inactive stays so until the ERP announces otherwise: an answer may be older than an announcement.</summary>
    private async Task<PersonFinding> TakeInAsync(DirectoryPerson person, CancellationToken cancellationToken)
    {
        var known = await people.FindAsync(person.ErpId, cancellationToken);
        if (!person.Active || known is { Active: false })
        {
            return new PersonFinding.Inactive();
        }

        await people.SaveAsync(person, cancellationToken);
        return new PersonFinding.Found(person.ErpId, person.Name);
    }

    private static partial class Log
    {
        [LoggerMessage(
            1,
            LogLevel.Warning,
            "Security: the ERP has {Count} active people with one mailbox at {Domain}; nobody is signed in by it."
        )]
        public static partial void Several(ILogger logger, int count, string domain);
    }
}
