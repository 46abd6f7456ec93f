namespace PaymentBot.Tests.App.Support;

/// <summary>Which answers of Telegram get lost on the way.</summary>
internal sealed class LostAnswers
{
    private readonly List<string> _lose = [];
    private readonly Lock _gate = new();

    /// <summary>Loses the answers to the next calls of a method.</summary>
    public void LoseNext(string method, int times = 1)
    {
        lock (_gate)
        {
            _lose.AddRange(Enumerable.Repeat(method, times));
        }
    }

    public bool Take(string method)
    {
        lock (_gate)
        {
            return _lose.Remove(method);
        }
    }
}
