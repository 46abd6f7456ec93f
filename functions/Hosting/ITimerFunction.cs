namespace PaymentBot.Functions.Hosting;

/// <summary>A function that the clock triggers. It must be safe to run late, twice, or not at all for a while.</summary>
internal interface ITimerFunction
{
    /// <summary>How often it runs.</summary>
    TimeSpan Period { get; }

    /// <summary>Runs once.</summary>
    /// <param name="cancellationToken">Ends the work; the next run goes on.</param>
    Task RunAsync(CancellationToken cancellationToken);
}
