using System.Collections.Concurrent;
using System.Diagnostics;

namespace PaymentBot.Tests.Hosting;

/// <summary>Hears every activity of the bot, of other tests too: look only at the traces of your own.</summary>
internal sealed class TraceListener : IDisposable
{
    private readonly ConcurrentQueue<Activity> _stopped = new();
    private readonly ActivityListener _listener;

    public TraceListener()
    {
        _listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name.StartsWith("PaymentBot", StringComparison.Ordinal),
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = _stopped.Enqueue,
        };
        ActivitySource.AddActivityListener(_listener);
    }

    public Activity[] Of(ActivityTraceId trace) => [.. _stopped.Where(activity => activity.TraceId == trace)];

    /// <summary>The activities that are linked from a trace.</summary>
    public Activity[] LinkedFrom(Activity activity) =>
        [.. _stopped.Where(other => activity.Links.Any(link => link.Context.SpanId == other.SpanId))];

    public void Dispose() => _listener.Dispose();
}
