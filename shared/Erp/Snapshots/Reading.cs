using PaymentBot.Erp.Problems;

namespace PaymentBot.Erp.Snapshots;

/// <summary>
/// What one reading of a snapshot needs and finds. Readers report a problem and carry on with a stand-in value, so that
/// none of them has to hand errors upwards; at the end the first problem with the lowest status counts (400 before 422).
/// </summary>
internal sealed class Reading(TimeZoneInfo senderZone)
{
    public TimeZoneInfo SenderZone => senderZone;

    public Problem? Problem { get; private set; }

    public void Report(Problem problem)
    {
        if (Problem is null || problem.Status < Problem.Status)
        {
            Problem = problem;
        }
    }
}
