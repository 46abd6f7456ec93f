namespace PaymentBot.Testing;

/// <summary>Awaits what only another process can tell: asks again until it holds.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(20);

    /// <summary>Longer than anything here takes on a busy machine; reached only when something is broken.</summary>
    public static TimeSpan Limit { get; } = TimeSpan.FromMinutes(3);

    public static async Task IsAsync(Func<Task<bool>> condition, Func<string> complaint)
    {
        using var end = new CancellationTokenSource(Limit);
        using var pace = new PeriodicTimer(Pace);
        while (!await condition())
        {
            try
            {
                await pace.WaitForNextTickAsync(end.Token);
            }
            catch (OperationCanceledException)
            {
                Assert.Fail(complaint());
            }
        }
    }
}
