using System.Diagnostics;

namespace PaymentBot.Bot.Jobs;

/// <summary>
/// The activity of one call of a function. There always is one, exported or not: its trace goes on through the queues and to the ERP, and stands in
/// every log line. Names and tags follow https://opentelemetry.io/docs/specs/semconv/.
/// </summary>
public static class FunctionActivity
{
    /// <summary>The source that exporters listen to.</summary>
    public const string SourceName = "PaymentBot";

    private static readonly ActivitySource Source = new(SourceName);

    /// <summary>Starts the activity of a call. What ran before on this thread is never its parent: only what is given here is.</summary>
    /// <param name="name">What runs, without anything that differs from call to call.</param>
    /// <param name="kind">How it was called.</param>
    /// <param name="traceparent">The caller's <c>traceparent</c> (https://www.w3.org/TR/trace-context/), or null to start a trace. One that cannot be read counts as none.</param>
    /// <returns>The activity, running.</returns>
    public static Activity Start(string name, ActivityKind kind, string? traceparent)
    {
        Activity.Current = null;
        return Start(name, kind, Parse(traceparent), []);
    }

    /// <summary>
    /// Goes on in another trace than the current one, which is linked: a tap is a call of its own, but the decision it makes belongs to the request's
    /// trace, which the ERP began.
    /// </summary>
    /// <param name="name">What runs.</param>
    /// <param name="traceparent">The trace to go on in, or null to stay.</param>
    /// <returns>The activity, running; null when the current one goes on.</returns>
    public static Activity? Join(string name, string? traceparent)
    {
        var target = Parse(traceparent);
        if (target == default || target.TraceId == Activity.Current?.TraceId)
        {
            return null;
        }

        ActivityLink[] links = Activity.Current is { } current ? [new ActivityLink(current.Context)] : [];
        Activity.Current = null;
        return Start(name, ActivityKind.Internal, target, links);
    }

    /// <summary>Says that the call failed, without the exception's words.</summary>
    /// <param name="activity">The call's activity.</param>
    /// <param name="exception">Why.</param>
    public static void Fail(this Activity activity, Exception exception) =>
        activity.SetTag("error.type", exception.GetType().FullName).SetStatus(ActivityStatusCode.Error);

    private static ActivityContext Parse(string? traceparent) =>
        ActivityContext.TryParse(traceparent, traceState: null, isRemote: true, out var context) ? context : default;

    private static Activity Start(string name, ActivityKind kind, ActivityContext parent, ActivityLink[] links) =>
        (Source.CreateActivity(name, kind, parent, tags: null, links) ?? Unobserved(name, parent)).Start();

    /// <summary>Nobody listens; the identifiers are needed all the same.</summary>
    private static Activity Unobserved(string name, ActivityContext parent)
    {
        var activity = new Activity(name).SetIdFormat(ActivityIdFormat.W3C);
        return parent == default ? activity : activity.SetParentId(parent.TraceId, parent.SpanId, parent.TraceFlags);
    }
}
