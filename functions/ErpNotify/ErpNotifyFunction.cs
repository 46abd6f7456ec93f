using PaymentBot.Bot.Delivery;
using PaymentBot.Bot.Requests;
using PaymentBot.Erp.Answers;
using PaymentBot.Erp.Problems;
using PaymentBot.Erp.Snapshots;
using PaymentBot.Functions.Http;

namespace PaymentBot.Functions.ErpNotify;

/// <summary><c>POST /api/erp/notify</c>: the payment request as it is now.</summary>
/// <param name="gate">Checks who calls.</param>
/// <param name="reader">Reads snapshots.</param>
/// <param name="intake">Takes them in.</param>
/// <param name="seen">Calls already answered.</param>
/// <param name="answers">Makes the answer.</param>
/// <param name="logger">The log.</param>
internal sealed partial class ErpNotifyFunction(
    ErpGate gate,
    SnapshotReader reader,
    RequestIntake intake,
    SeenStore seen,
    NotifyAnswerMaker answers,
    ILogger<ErpNotifyFunction> logger
)
{
    /// <summary>Answers one call.</summary>
    /// <param name="context">The call.</param>
    public async Task RunAsync(HttpContext context)
    {
        var cancellationToken = context.RequestAborted;
        if (await gate.AdmitAsync(context, ErpGate.MaxJson) is not { } call)
        {
            return;
        }

        var read = reader.Read(call.Body);
        if (read is not SnapshotOutcome.Accepted snapshot)
        {
            await ErpAnswer.WriteAsync(context, ((SnapshotOutcome.Refused)read).Problem);
            return;
        }

        var (outcome, fault) = await TakeAsync(call, snapshot, cancellationToken);
        if (fault is not null)
        {
            await ErpAnswer.WriteAsync(context, fault);
            return;
        }

        var answer = await answers.MakeAsync(snapshot, outcome == SaveOutcome.Stale, cancellationToken);
        var status = outcome == SaveOutcome.Stale ? StatusCodes.Status200OK : StatusCodes.Status202Accepted;
        Log.Taken(
            logger,
            RequestKey.Of(snapshot.Request.Id).Value,
            snapshot.Request.Revision,
            outcome,
            call.Body.Length
        );
        await ErpAnswer.WriteAsync(context, status, answer, ErpJsonContext.Readable.NotifyAnswer);
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
