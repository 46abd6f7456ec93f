namespace PaymentBot.Erp.Answers;

/// <summary>The answer to <c>POST /api/erp/decisions/ack</c>.</summary>
public sealed record AckAnswer
{
    /// <summary>How many were taken, those that had been taken before included.</summary>
    public required int Acknowledged { get; init; }

    /// <summary>The decisions the bot has never handed out.</summary>
    public required IReadOnlyList<string> Unknown { get; init; }
}
