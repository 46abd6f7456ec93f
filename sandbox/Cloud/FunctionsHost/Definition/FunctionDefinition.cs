using NCrontab;

namespace PaymentBot.Sandbox.Cloud.FunctionsHost.Definition;

/// <summary>One function, as <c>functions.metadata</c> describes it.</summary>
internal sealed record FunctionDefinition
{
    /// <summary>The name: letters, digits, <c>_</c> and <c>-</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The file that describes it, with its place in it, for messages.</summary>
    public required string File { get; init; }

    /// <summary>Switched off by an app setting.</summary>
    public required bool Disabled { get; init; }

    /// <summary>The name of the trigger's parameter.</summary>
    public string Binding { get; init; } = string.Empty;

    /// <summary>Its trigger, when that is HTTP.</summary>
    public HttpTrigger? Http { get; init; }

    /// <summary>Its trigger, when that is a queue.</summary>
    public QueueTrigger? Queue { get; init; }

    /// <summary>Its trigger, when that is the clock.</summary>
    public TimerTrigger? Timer { get; init; }
}

/// <summary>Which key a caller needs: <c>authLevel</c>.</summary>
internal enum AuthorizationLevel
{
    /// <summary>None.</summary>
    Anonymous,

    /// <summary>The function's, the host's or the master key.</summary>
    Function,

    /// <summary>The master key.</summary>
    Admin,
}

/// <summary>An HTTP trigger.</summary>
/// <param name="Route">The route, without the prefix.</param>
/// <param name="Methods">In capitals; none for all.</param>
/// <param name="Level">Which key a caller needs.</param>
internal sealed record HttpTrigger(string Route, IReadOnlyList<string> Methods, AuthorizationLevel Level);

/// <summary>A queue trigger.</summary>
/// <param name="QueueName">The queue.</param>
/// <param name="Connection">The app setting, or group of settings, that leads to the account.</param>
internal sealed record QueueTrigger(string QueueName, string Connection);

/// <summary>A timer trigger.</summary>
/// <param name="Schedule">When it is due, in UTC.</param>
/// <param name="RunOnStartup">Whether it runs when the host starts.</param>
/// <param name="UseMonitor">Whether a missed run is made up for; never for schedules under a minute.</param>
internal sealed record TimerTrigger(CrontabSchedule Schedule, bool RunOnStartup, bool UseMonitor)
{
    private static readonly TimeSpan ShortestMonitored = TimeSpan.FromMinutes(1);

    /// <summary>The next time it is due.</summary>
    public DateTimeOffset Next(DateTimeOffset after) =>
        new(Schedule.GetNextOccurrence(after.UtcDateTime), TimeSpan.Zero);

    /// <summary>Whether its runs are remembered.</summary>
    public bool IsMonitored(DateTimeOffset now)
    {
        var first = Next(now);
        return UseMonitor && Next(first) - first >= ShortestMonitored;
    }
}
