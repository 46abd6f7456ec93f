using PaymentBot.Bot.Deciding;
using PaymentBot.Bot.Settings;
using PaymentBot.Erp;
using PaymentBot.Erp.Problems;
using PaymentBot.Functions.Http;

namespace PaymentBot.Functions.ErpDecisions;

/// <summary>
/// <c>GET /api/erp/decisions</c>: the decisions for an ERP that nobody can call. The call waits until there is one. A decision that this process laid ready ends the
/// wait at once; for one of another process the store is looked at every few seconds.
/// </summary>
/// <param name="gate">Checks who calls.</param>
/// <param name="handout">Hands decisions out.</param>
/// <param name="signal">Tells that a decision was laid ready here.</param>
/// <param name="settings">Whether decisions are fetched at all.</param>
/// <param name="lifetime">Tells when the bot stops.</param>
/// <param name="timeProvider">The clock.</param>
/// <param name="logger">The log.</param>
internal sealed partial class ErpDecisionsFunction(
    ErpGate gate,
    DecisionHandout handout,
    DecisionSignal signal,
    BotSettings settings,
    IHostApplicationLifetime lifetime,
    TimeProvider timeProvider,
    ILogger<ErpDecisionsFunction> logger
)
{
    /// <summary>How long a waiting call goes without looking: one query of the store each time.</summary>
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(5);

    /// <summary>Answers one call.</summary>
    /// <param name="context">The call.</param>
    public async Task RunAsync(HttpContext context)
    {
        if (await gate.AdmitAsync(context, 0) is null)
        {
            return;
        }

        if (await ReadAsync(context) is not { } poll)
        {
            return;
        }

        var handed = await WaitAsync(poll, context.RequestAborted);
        if (handed is null)
        {
            context.Response.StatusCode = StatusCodes.Status204NoContent;
            return;
        }

        Log.Handed(logger, handed.Decisions.Count, poll.After is null);
        await ErpAnswer.WriteJsonAsync(context, DecisionList.Write(DecisionCursor.Of(handed.Place), handed.Decisions));
    }

    private async Task<DecisionPoll?> ReadAsync(HttpContext context)
    {
        var problem = settings.Erp.Mode == ErpMode.Pull ? null : ProblemKinds.PullIsOff.At();
        var poll = problem is null ? DecisionPoll.Read(context.Request.Query, out problem) : null;
        if (poll?.After is { } place && !await handout.IsKnownAsync(place, context.RequestAborted))
        {
            problem = ProblemKinds.UnknownCursor.At();
        }

        if (problem is not null)
        {
            await ErpAnswer.WriteAsync(context, problem);
            return null;
        }

        return poll;
    }

    private async Task<HandedDecisions?> WaitAsync(DecisionPoll poll, CancellationToken aborted)
    {
        using var patience = new CancellationTokenSource(poll.Wait, timeProvider);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(
            patience.Token,
            aborted,
            lifetime.ApplicationStopping
        );
        while (true)
        {
            var laid = signal.Next;
            if (await handout.TakeAsync(poll.After, poll.Limit, aborted) is { } handed)
            {
                return handed;
            }

            if (end.IsCancellationRequested)
            {
                return null;
            }

            await laid.WaitAsync(Look, timeProvider, end.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (end.IsCancellationRequested && !laid.IsCompleted)
            {
                return null;
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "{Count} decisions handed out to the ERP; from the beginning: {Anew}.")]
        public static partial void Handed(ILogger logger, int count, bool anew);
    }
}
