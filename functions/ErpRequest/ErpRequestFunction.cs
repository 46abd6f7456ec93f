using PaymentBot.Approvals;
using PaymentBot.Bot.Delivery;
using PaymentBot.Bot.Delivery.Recipients;
using PaymentBot.Bot.Requests;
using PaymentBot.Erp.Answers;
using PaymentBot.Erp.Problems;
using PaymentBot.Functions.ErpNotify;
using PaymentBot.Functions.Http;

namespace PaymentBot.Functions.ErpRequest;

/// <summary><c>GET /api/erp/requests/{id}</c>: state, deliveries per recipient, decisions.</summary>
/// <param name="gate">Checks who calls.</param>
/// <param name="requests">The snapshots.</param>
/// <param name="cards">The cards.</param>
/// <param name="decisions">The decisions.</param>
/// <param name="answers">Knows which files are missing.</param>
/// <param name="deliveries">Tells how the cards are doing.</param>
/// <param name="policy">What the company demands of approvals.</param>
internal sealed class ErpRequestFunction(
    ErpGate gate,
    RequestStore requests,
    CardStore cards,
    DecisionStore decisions,
    NotifyAnswerMaker answers,
    DeliveryEntries deliveries,
    ApprovalPolicy policy
)
{
    /// <summary>Answers one call.</summary>
    /// <param name="context">The call.</param>
    /// <param name="requestId">The request.</param>
    public async Task RunAsync(HttpContext context, string requestId)
    {
        if (await gate.AdmitAsync(context, 0) is null)
        {
            return;
        }

        var stored = await requests.GetAsync(RequestKey.Of(new RequestId(requestId)), context.RequestAborted);
        if (stored is null)
        {
            await ErpAnswer.WriteAsync(context, ProblemKinds.RequestNotFound.At());
            return;
        }

        var answer = await DescribeAsync(stored, context.RequestAborted);
        await ErpAnswer.WriteAsync(
            context,
            StatusCodes.Status200OK,
            answer,
            ErpJsonContext.Readable.RequestStateAnswer
        );
    }

    private static List<string> Barred(StageProgress progress) =>
        [
            .. (progress.Stage?.Approvers ?? [])
                .Select(approver => approver.ErpId)
                .Where(person => progress.BarOf(person) is not null)
                .Select(person => person.Value),
        ];

    private async Task<RequestStateAnswer> DescribeAsync(StoredRequest stored, CancellationToken cancellationToken)
    {
        var rows = await cards.ListAsync(stored.Key, cancellationToken);
        var made = await decisions.ListAsync(stored.Key, cancellationToken);
        var decided = made.Select(decision => decision.Decision);
        var progress = new StageProgress(stored.Request, stored.Since, decided, policy);
        return new RequestStateAnswer
        {
            Id = stored.Request.Id.Value,
            Revision = stored.Request.Revision,
            ContentHash = stored.ContentHash,
            Status = stored.Request.Status,
            Stage = stored.Request.CurrentStage?.Number,
            Barred = Barred(progress),
            Stuck = !progress.CanComplete,
            MissingAttachments = await answers.MissingAsync(stored.Request, cancellationToken),
            Deliveries = await deliveries.MakeAsync(rows.Values, cancellationToken),
            Decisions = [.. made.Select(decision => DecisionEntry.Of(decision.Decision))],
        };
    }
}
