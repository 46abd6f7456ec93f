using Microsoft.Azure.Functions.Worker;
using PaymentBot.Approvals;
using PaymentBot.Bot.Delivery;
using PaymentBot.Bot.Delivery.Recipients;
using PaymentBot.Bot.Requests;
using PaymentBot.Erp.Answers;
using PaymentBot.Erp.Problems;

namespace PaymentBot.Functions.Erp;

/// <summary><c>GET /api/erp/requests/{id}</c>: state, deliveries per recipient, decisions.</summary>
/// <param name="gate">Checks who calls.</param>
/// <param name="requests">The snapshots.</param>
/// <param name="cards">The cards.</param>
/// <param name="decisions">The decisions.</param>
/// <param name="answers">Knows which files are missing.</param>
/// <param name="deliveries">Tells how the cards are doing.</param>
/// <param name="policy">What the company demands of approvals.</param>
public sealed class ErpRequestFunction(
    ErpGate gate,
    RequestStore requests,
    CardStore cards,
    DecisionStore decisions,
    NotifyAnswers answers,
    DeliveryEntries deliveries,
    ApprovalPolicy policy
)
{
    /// <summary>Answers one call.</summary>
    /// <param name="request">The call.</param>
    [Function("ErpRequest")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = Routes.ErpRequest)] HttpRequest request
    ) => gate.RunAsync(request, 0, _ => AnswerAsync(request));

    private async Task<IResult> AnswerAsync(HttpRequest request)
    {
        var cancellationToken = request.HttpContext.RequestAborted;
        var key = RequestKey.Of(new RequestId(request.RequestId()));
        if (await requests.GetAsync(key, cancellationToken) is not { } stored)
        {
            return ErpAnswer.Of(request, ProblemKinds.RequestNotFound.At());
        }

        var answer = await DescribeAsync(stored, cancellationToken);
        return ErpAnswer.Json(StatusCodes.Status200OK, answer, ErpJsonContext.Readable.RequestStateAnswer);
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
