namespace PaymentBot.Tests.App.Support;

/// <summary>What may befall queue messages: any order, two runs at a time, a lost completion. Drawn from a seed.</summary>
/// <param name="Seed">The seed.</param>
/// <param name="Twice">How likely a message runs twice, 0 to 1.</param>
/// <param name="Lose">How likely a completion is lost, 0 to 1.</param>
internal sealed record Chaos(int Seed, double Twice = 0.2, double Lose = 0.2)
{
    private const int MaxLosses = 2;

    private readonly Random _random = new(Seed);

    public T[] Shuffle<T>(IEnumerable<T> items)
    {
        T[] shuffled = [.. items];
        _random.Shuffle(shuffled);
        return shuffled;
    }

    public bool RunsTwice() => _random.NextDouble() < Twice;

    public bool IsLost(int dequeueCount) => dequeueCount <= MaxLosses && _random.NextDouble() < Lose;
}
