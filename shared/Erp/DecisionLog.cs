using Microsoft.Extensions.Logging;
using PaymentBot.Erp.Problems;

namespace PaymentBot.Erp;

/// <summary>Notes what became of an attempt, by ids and codes only.</summary>
internal sealed partial class DecisionLog(ILogger logger)
{
    public void Note(string decisionId, DecisionAnswer answer, TimeSpan elapsed)
    {
        switch (answer)
        {
            case DecisionAnswer.Applied applied:
                Log.Settled(logger, decisionId, "applied", elapsed.TotalMilliseconds);
                NoteSnapshot(decisionId, applied.SnapshotProblem);
                break;
            case DecisionAnswer.Refused refused:
                Log.Settled(logger, decisionId, "refused", elapsed.TotalMilliseconds);
                NoteSnapshot(decisionId, refused.SnapshotProblem);
                break;
            case DecisionAnswer.Retry retry:
                Log.NotSettled(logger, decisionId, retry.Why, elapsed.TotalMilliseconds);
                break;
            case DecisionAnswer.Rejected rejected:
                Log.Rejected(logger, decisionId, rejected.Status, elapsed.TotalMilliseconds);
                break;
        }
    }

    private void NoteSnapshot(string decisionId, Problem? problem)
    {
        if (problem is not null)
        {
            Log.BadSnapshot(logger, decisionId, problem.Code, problem.JsonPointer);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "Decision {DecisionId} {Outcome} by the ERP in {Milliseconds} ms")]
        public static partial void Settled(ILogger logger, string decisionId, string outcome, double milliseconds);

        [LoggerMessage(2, LogLevel.Warning, "Decision {DecisionId} not settled: {Why}, after {Milliseconds} ms")]
        public static partial void NotSettled(ILogger logger, string decisionId, string why, double milliseconds);

        [LoggerMessage(3, LogLevel.Error, "Decision {DecisionId} rejected for good: {Status}, after {Milliseconds} ms")]
        public static partial void Rejected(ILogger logger, string decisionId, int status, double milliseconds);

        [LoggerMessage(4, LogLevel.Warning, "Snapshot with the answer to {DecisionId} is no good: {Code} at {Place}")]
        public static partial void BadSnapshot(ILogger logger, string decisionId, string code, string? place);
    }
}
