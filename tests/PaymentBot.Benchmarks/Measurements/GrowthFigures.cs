using PaymentBot.Benchmarks.Report;

namespace PaymentBot.Benchmarks.Measurements;

/// <summary>What was measured with one number of stored requests.</summary>
internal sealed record GrowthFigures(
    double TapsPerSecond,
    TimeSpan TapSlowest1Percent,
    TimeSpan Notify,
    TimeSpan Start,
    long MemoryBytes,
    long FileBytes
)
{
    /// <summary>The cells of the table, with the ratios to another size's figures.</summary>
    public string[] ToCells(GrowthFigures smallest) =>
        [
            $"{Figures.Whole(TapsPerSecond)} ({Figures.Fine(TapsPerSecond / smallest.TapsPerSecond)})",
            $"{Figures.Milliseconds(TapSlowest1Percent)} ({Figures.Fine(TapSlowest1Percent / smallest.TapSlowest1Percent)})",
            $"{Figures.Milliseconds(Notify)} ({Figures.Fine(Notify / smallest.Notify)})",
            $"{Figures.Milliseconds(Start)} ({Figures.Fine(Start / smallest.Start)})",
            $"{Figures.Megabytes(MemoryBytes)} ({Figures.Fine((double)MemoryBytes / smallest.MemoryBytes)})",
            Figures.Megabytes(FileBytes),
        ];
}
