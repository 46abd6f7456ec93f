using PaymentBot.Benchmarks.Report;

namespace PaymentBot.Benchmarks.Load;

/// <summary>What a run measured.</summary>
/// <param name="Elapsed">How long it took.</param>
/// <param name="SortedTimes">How long each call took, shortest first.</param>
/// <param name="Failed">Calls not answered with 200 or 202.</param>
internal sealed record LoadResult(TimeSpan Elapsed, IReadOnlyList<TimeSpan> SortedTimes, int Failed)
{
    public double PerSecond => SortedTimes.Count / Elapsed.TotalSeconds;

    public TimeSpan Median => Figures.Quantile(SortedTimes, 0.5);

    public TimeSpan Slowest1Percent => Figures.Quantile(SortedTimes, 0.99);
}
