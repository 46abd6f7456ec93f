using PaymentBot.Erp.Problems;

namespace PaymentBot.Erp.People;

/// <summary>What reading the ERP's people came to: exactly one of the nested records.</summary>
public abstract record PeopleOutcome
{
    private PeopleOutcome() { }

    /// <summary>Every person is good.</summary>
    /// <param name="People">The persons, each identity once, in the order sent.</param>
    public sealed record Accepted(IReadOnlyList<DirectoryPerson> People) : PeopleOutcome;

    /// <summary>The body is refused; nothing of it may be stored.</summary>
    /// <param name="Problem">What is wrong, where, and what to do.</param>
    public sealed record Refused(Problem Problem) : PeopleOutcome;
}
