using Microsoft.Azure.Functions.Worker;
using PaymentBot.Bot.Requests;
using PaymentBot.Bot.SignIn;
using PaymentBot.Erp.Answers;
using PaymentBot.Erp.People;
using PaymentBot.Erp.Problems;

namespace PaymentBot.Functions.Erp;

/// <summary><c>POST /api/erp/people</c>: the ERP's users as they are now.</summary>
/// <param name="gate">Checks who calls.</param>
/// <param name="reader">Reads people.</param>
/// <param name="intake">Takes them in.</param>
/// <param name="seen">Calls already answered.</param>
/// <param name="logger">The log.</param>
public sealed partial class ErpPeopleFunction(
    ErpGate gate,
    PeopleReader reader,
    PeopleIntake intake,
    SeenStore seen,
    ILogger<ErpPeopleFunction> logger
)
{
    /// <summary>Answers one call.</summary>
    /// <param name="request">The call.</param>
    [Function("ErpPeople")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = Routes.ErpPeople)] HttpRequest request
    ) => gate.RunAsync(request, ErpGate.MaxJson, call => AnswerAsync(request, call));

    private async Task<IResult> AnswerAsync(HttpRequest request, ErpCall call)
    {
        var cancellationToken = request.HttpContext.RequestAborted;
        var read = reader.Read(call.Body);
        if (read is not PeopleOutcome.Accepted accepted)
        {
            return ErpAnswer.Of(request, ((PeopleOutcome.Refused)read).Problem);
        }

        var former = await seen.FindAsync(call.SeenKey, cancellationToken);
        var memory = former is null ? null : PeopleMemory.Parse(former);
        if (former is not null && !string.Equals(memory?.BodyHash, call.BodyHash, StringComparison.Ordinal))
        {
            return ErpAnswer.Of(request, ProblemKinds.WebhookIdReused.At());
        }

        // A repeated call is answered, not applied: people carry no revision, and a later call may have said more.
        var answer = memory?.Answer ?? await TakeAsync(call, accepted, cancellationToken);
        return ErpAnswer.Json(StatusCodes.Status200OK, answer, ErpJsonContext.Readable.PeopleAnswer);
    }

    private async Task<PeopleAnswer> TakeAsync(
        ErpCall call,
        PeopleOutcome.Accepted accepted,
        CancellationToken cancellationToken
    )
    {
        var answer = await intake.TakeAsync(accepted.People, cancellationToken);
        await seen.AddAsync(call.SeenKey, new PeopleMemory(call.BodyHash, answer).ToString(), cancellationToken);
        Log.Taken(logger, answer.Received, answer.Created, answer.Deactivated);
        return answer;
    }

    private static partial class Log
    {
        [LoggerMessage(
            1,
            LogLevel.Information,
            "People: {Received} received, {Created} new, {Deactivated} deactivated."
        )]
        public static partial void Taken(ILogger logger, int received, int created, int deactivated);
    }
}
