using Microsoft.Azure.Functions.Worker;
using PaymentBot.Bot.Deciding;
using PaymentBot.Bot.Settings;
using PaymentBot.Erp;
using PaymentBot.Erp.Problems;

namespace PaymentBot.Functions.Erp;

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
public sealed partial class ErpDecisionsFunction(
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
    /// <param name="request">The call.</param>
    [Function("ErpDecisions")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = Routes.ErpDecisions)] HttpRequest request
    ) => gate.RunAsync(request, 0, _ => AnswerAsync(request));

    private async Task<IResult> AnswerAsync(HttpRequest request)
    {
        var aborted = request.HttpContext.RequestAborted;
        var problem = settings.Erp.Mode == ErpMode.Pull ? null : ProblemKinds.PullIsOff.At();
        var poll = problem is null ? DecisionPoll.Read(request.Query, out problem) : null;
        if (poll?.After is { } place && !await handout.IsKnownAsync(place, aborted))
        {
            problem = ProblemKinds.UnknownCursor.At();
        }

        if (poll is null || problem is not null)
        {
            return ErpAnswer.Of(request, problem!);
        }

        if (await WaitAsync(poll, aborted) is not { } handed)
        {
            return ErpAnswer.Empty(StatusCodes.Status204NoContent);
        }

        Log.Handed(logger, handed.Decisions.Count, poll.After is null);
        return ErpAnswer.Json(DecisionList.Write(DecisionCursor.Of(handed.Place), handed.Decisions));
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
