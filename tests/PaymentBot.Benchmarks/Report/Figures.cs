using System.Globalization;

namespace PaymentBot.Benchmarks.Report;

/// <summary>Figures as text.</summary>
internal static class Figures
{
    public static string Whole(double value) => value.ToString("#,##0", CultureInfo.InvariantCulture);

    public static string Fine(double value) => value.ToString("0.00", CultureInfo.InvariantCulture);

    public static string Milliseconds(TimeSpan time) =>
        time.TotalMilliseconds.ToString("0.0", CultureInfo.InvariantCulture);

    public static string Megabytes(long bytes) => (bytes / 1e6).ToString("0", CultureInfo.InvariantCulture);

    /// <summary>The value below which a share of the sorted values lies.</summary>
    public static T Quantile<T>(IReadOnlyList<T> sorted, double share)
        where T : struct =>
        sorted.Count == 0 ? default : sorted[Math.Min(sorted.Count - 1, (int)(sorted.Count * share))];

    public static TimeSpan Median(IEnumerable<TimeSpan> times) => Quantile([.. times.Order()], 0.5);
}
