using Microsoft.Azure.Functions.Worker;
using PaymentBot.Bot.Delivery;
using PaymentBot.Bot.Requests;
using PaymentBot.Erp.Answers;
using PaymentBot.Erp.Problems;
using PaymentBot.Erp.Snapshots;

namespace PaymentBot.Functions.Erp;

/// <summary><c>POST /api/erp/notify</c>: the payment request as it is now.</summary>
/// <param name="gate">Checks who calls.</param>
/// <param name="reader">Reads snapshots.</param>
/// <param name="intake">Takes them in.</param>
/// <param name="seen">Calls already answered.</param>
/// <param name="answers">Makes the answer.</param>
/// <param name="logger">The log.</param>
public sealed partial class ErpNotifyFunction(
    ErpGate gate,
    SnapshotReader reader,
    RequestIntake intake,
    SeenStore seen,
    NotifyAnswers answers,
    ILogger<ErpNotifyFunction> logger
)
{
    /// <summary>Answers one call.</summary>
    /// <param name="request">The call.</param>
    [Function("ErpNotify")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = Routes.ErpNotify)] HttpRequest request
    ) => gate.RunAsync(request, ErpGate.MaxJson, call => AnswerAsync(request, call));

    private async Task<IResult> AnswerAsync(HttpRequest request, ErpCall call)
    {
        var cancellationToken = request.HttpContext.RequestAborted;
        var read = reader.Read(call.Body);
        if (read is not SnapshotOutcome.Accepted snapshot)
        {
            return ErpAnswer.Of(request, ((SnapshotOutcome.Refused)read).Problem);
        }

        var (outcome, fault) = await TakeAsync(call, snapshot, cancellationToken);
        if (fault is not null)
        {
            return ErpAnswer.Of(request, fault);
        }

        var isStale = outcome == SaveOutcome.Stale;
        var answer = await answers.OfAsync(snapshot, isStale, cancellationToken);
        Log.Taken(
            logger,
            RequestKey.Of(snapshot.Request.Id).Value,
            snapshot.Request.Revision,
            outcome,
            call.Body.Length
        );
        var status = isStale ? StatusCodes.Status200OK : StatusCodes.Status202Accepted;
        return ErpAnswer.Json(status, answer, ErpJsonContext.Readable.NotifyAnswer);
    }

    private async Task<(SaveOutcome Outcome, Problem? Fault)> TakeAsync(
        ErpCall call,
        SnapshotOutcome.Accepted snapshot,
        CancellationToken cancellationToken
    )
    {
        var former = await seen.FindAsync(call.SeenKey, cancellationToken);
        if (former is not null && !string.Equals(former, call.BodyHash, StringComparison.Ordinal))
        {
            return (default, ProblemKinds.WebhookIdReused.At());
        }

        var outcome = await intake.TakeAsync(snapshot.Request, snapshot.ContentHash, cancellationToken);
        if (outcome == SaveOutcome.RevisionReused)
        {
            return (outcome, ProblemKinds.RevisionReused.At("/revision"));
        }

        if (former is null)
        {
            await seen.AddAsync(call.SeenKey, call.BodyHash, cancellationToken);
        }

        return (outcome, null);
    }

    private static partial class Log
    {
        [LoggerMessage(
            1,
            LogLevel.Information,
            "Notify: request {RequestKey} revision {Revision}: {Outcome}, {Length} bytes."
        )]
        public static partial void Taken(
            ILogger logger,
            string requestKey,
            long revision,
            SaveOutcome outcome,
            int length
        );
    }
}
