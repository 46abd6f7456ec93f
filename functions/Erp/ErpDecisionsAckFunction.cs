using Microsoft.Azure.Functions.Worker;
using PaymentBot.Bot.Deciding;
using PaymentBot.Bot.Requests;
using PaymentBot.Erp;
using PaymentBot.Erp.Answers;
using PaymentBot.Erp.Problems;
using PaymentBot.Erp.Snapshots;

namespace PaymentBot.Functions.Erp;

/// <summary><c>POST /api/erp/decisions/ack</c>: what became of decisions that the ERP fetched. Either all of a call is taken or, when something is wrong, nothing.</summary>
/// <param name="gate">Checks who calls.</param>
/// <param name="reader">Reads acknowledgements.</param>
/// <param name="outbox">Finds the decisions.</param>
/// <param name="application">Takes one acknowledgement.</param>
/// <param name="logger">The log.</param>
public sealed partial class ErpDecisionsAckFunction(
    ErpGate gate,
    AckReader reader,
    DecisionOutbox outbox,
    AckApplication application,
    ILogger<ErpDecisionsAckFunction> logger
)
{
    /// <summary>Answers one call.</summary>
    /// <param name="request">The call.</param>
    [Function("ErpDecisionsAck")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = Routes.ErpDecisionsAck)] HttpRequest request
    ) => gate.RunAsync(request, ErpGate.MaxJson, call => AnswerAsync(request, call));

    private async Task<IResult> AnswerAsync(HttpRequest request, ErpCall call)
    {
        var cancellationToken = request.HttpContext.RequestAborted;
        var read = reader.Read(call.Body);
        if (read is not AckOutcome.Accepted accepted)
        {
            return ErpAnswer.Of(request, ((AckOutcome.Refused)read).Problem);
        }

        var entries = await FindAsync(accepted.Acks, cancellationToken);
        if (Check(accepted.Acks, entries) is { } problem)
        {
            return ErpAnswer.Of(request, problem);
        }

        var answer = await TakeAsync(accepted.Acks, entries, cancellationToken);
        return ErpAnswer.Json(StatusCodes.Status200OK, answer, ErpJsonContext.Readable.AckAnswer);
    }

    private async Task<Dictionary<string, OutboxEntry>> FindAsync(
        IEnumerable<DecisionAck> acks,
        CancellationToken cancellationToken
    )
    {
        var entries = new Dictionary<string, OutboxEntry>(StringComparer.Ordinal);
        foreach (var id in acks.Select(ack => ack.DecisionId).Distinct(StringComparer.Ordinal))
        {
            if (await outbox.FindAsync(id, cancellationToken) is { } entry)
            {
                entries[id] = entry;
            }
        }

        return entries;
    }

    private static Problem? Check(IReadOnlyList<DecisionAck> acks, Dictionary<string, OutboxEntry> entries)
    {
        for (var index = 0; index < acks.Count; index++)
        {
            if (
                entries.TryGetValue(acks[index].DecisionId, out var entry)
                && SnapshotOf(acks[index].Answer) is { } snapshot
                && RequestKey.Of(snapshot.Request.Id) != entry.Key
            )
            {
                return AckReader.ForeignSnapshot(index);
            }
        }

        return null;
    }

    private static SnapshotOutcome.Accepted? SnapshotOf(DecisionAnswer answer) =>
        answer switch
        {
            DecisionAnswer.Applied applied => applied.Snapshot,
            DecisionAnswer.Refused refused => refused.Snapshot,
            _ => null,
        };

    private async Task<AckAnswer> TakeAsync(
        IReadOnlyList<DecisionAck> acks,
        Dictionary<string, OutboxEntry> entries,
        CancellationToken cancellationToken
    )
    {
        List<string> unknown = [];
        foreach (var ack in acks)
        {
            if (entries.TryGetValue(ack.DecisionId, out var entry))
            {
                await application.TakeAsync(entry, ack.Answer, cancellationToken);
            }
            else
            {
                unknown.Add(ack.DecisionId);
            }
        }

        Log.Taken(logger, acks.Count - unknown.Count, unknown.Count);
        return new AckAnswer { Acknowledged = acks.Count - unknown.Count, Unknown = unknown };
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "{Count} decisions acknowledged by the ERP, {Unknown} unknown.")]
        public static partial void Taken(ILogger logger, int count, int unknown);
    }
}
