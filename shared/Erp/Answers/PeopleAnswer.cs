namespace PaymentBot.Erp.Answers;

/// <summary>The answer to <c>POST /api/erp/people</c>: how many people it was about.</summary>
public sealed record PeopleAnswer
{
    /// <summary>How many came: as many as were created and updated together.</summary>
    public required int Received { get; init; }

    /// <summary>How many were not known before.</summary>
    public required int Created { get; init; }

    /// <summary>How many were known before, changed or not.</summary>
    public required int Updated { get; init; }

    /// <summary>How many of the updated were active before and are not now.</summary>
    public required int Deactivated { get; init; }
}
