using PaymentBot.Erp.Signatures;

namespace PaymentBot.Erp.Problems;

/// <summary>The error answer that belongs to the verdict on a signature.</summary>
public static class WebhookProblems
{
    /// <summary>The problem to answer with, or null when the signature is valid.</summary>
    /// <param name="verdict">What the verifier found.</param>
    public static Problem? ToProblem(this WebhookVerdict verdict) =>
        verdict switch
        {
            WebhookVerdict.Valid => null,
            WebhookVerdict.MissingHeader => ProblemKinds.MissingSignature.At(),
            WebhookVerdict.BadTimestamp => ProblemKinds.InvalidTimestamp.At(),
            WebhookVerdict.StaleTimestamp => ProblemKinds.StaleTimestamp.At(),
            _ => ProblemKinds.InvalidSignature.At(),
        };
}
