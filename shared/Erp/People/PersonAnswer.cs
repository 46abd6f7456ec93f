namespace PaymentBot.Erp.People;

/// <summary>What the ERP said about a mailbox: exactly one of the nested records.</summary>
public abstract record PersonAnswer
{
    private PersonAnswer() { }

    /// <summary>The ERP knows the person, active or not; the mailbox is the one asked for.</summary>
    /// <param name="Person">The person.</param>
    public sealed record Found(DirectoryPerson Person) : PersonAnswer;

    /// <summary>The ERP knows nobody with that mailbox, or no address to ask is configured.</summary>
    public sealed record None : PersonAnswer;

    /// <summary>There is no answer to rely on; asking again later may help.</summary>
    /// <param name="Why">A few words for the log, without anything of the answer.</param>
    public sealed record Unreachable(string Why) : PersonAnswer;
}
