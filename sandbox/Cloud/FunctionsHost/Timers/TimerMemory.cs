using System.Collections.Concurrent;

namespace PaymentBot.Sandbox.Cloud.FunctionsHost.Timers;

/// <summary>
/// Stands in for the blobs of the container azure-webjobs-hosts: which instance runs a timer, and when it ran. Instances of one app are all in this
/// process, so its memory will do.
/// </summary>
internal static class TimerMemory
{
    private static readonly ConcurrentDictionary<string, object> Owners = new(StringComparer.Ordinal);
    private static readonly ConcurrentDictionary<string, TimerStatus> Statuses = new(StringComparer.Ordinal);

    /// <summary>Whether the instance may run the timer: the first that asks, until it lets go.</summary>
    /// <param name="timer">The account and the function.</param>
    public static bool Own(string timer, object instance) => Owners.GetOrAdd(timer, instance) == instance;

    /// <summary>Lets another instance run the timer.</summary>
    public static void Release(string timer, object instance) => Owners.TryRemove(KeyValuePair.Create(timer, instance));

    /// <summary>When it ran, or null.</summary>
    public static TimerStatus? Status(string timer) => Statuses.GetValueOrDefault(timer);

    /// <summary>Notes a run.</summary>
    public static void Note(string timer, TimerStatus status) => Statuses[timer] = status;
}

/// <summary>What the host remembers of a timer, for all instances of an app.</summary>
/// <param name="Last">When it ran.</param>
/// <param name="Next">When it was to run next.</param>
internal sealed record TimerStatus(DateTimeOffset Last, DateTimeOffset Next);
