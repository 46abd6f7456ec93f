namespace PaymentBot.Sandbox.Erp;

/// <summary>What is wrong with the ERP at the moment.</summary>
internal sealed record ErpFaults
{
    /// <summary>Answers every decision with 503.</summary>
    public bool Down { get; init; }

    /// <summary>Seconds, sent with the 503, or null.</summary>
    public int? RetryAfter { get; init; }

    /// <summary>How long each answer takes.</summary>
    public TimeSpan Slow { get; init; }

    /// <summary>Refuses every decision because the accounting period is closed.</summary>
    public bool ClosedPeriod { get; init; }

    /// <summary>Does not tell who has agreed so far on a stage that needs several.</summary>
    public bool HidesAgreed { get; init; }

    /// <summary>Applies the decision, then loses its own answer: the bot sees 503.</summary>
    public bool LoseAnswers { get; init; }
}
