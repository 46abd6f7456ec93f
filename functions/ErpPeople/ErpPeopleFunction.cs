using PaymentBot.Bot.Requests;
using PaymentBot.Bot.SignIn;
using PaymentBot.Erp.Answers;
using PaymentBot.Erp.People;
using PaymentBot.Erp.Problems;
using PaymentBot.Functions.Http;

namespace PaymentBot.Functions.ErpPeople;

/// <summary><c>POST /api/erp/people</c>: the ERP's users as they are now.</summary>
/// <param name="gate">Checks who calls.</param>
/// <param name="reader">Reads people.</param>
/// <param name="intake">Takes them in.</param>
/// <param name="seen">Calls already answered.</param>
/// <param name="logger">The log.</param>
internal sealed partial class ErpPeopleFunction(
    ErpGate gate,
    PeopleReader reader,
    PeopleIntake intake,
    SeenStore seen,
    ILogger<ErpPeopleFunction> logger
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
        if (read is not PeopleOutcome.Accepted accepted)
        {
            await ErpAnswer.WriteAsync(context, ((PeopleOutcome.Refused)read).Problem);
            return;
        }

        var former = await seen.FindAsync(call.SeenKey, cancellationToken);
        var memory = former is null ? null : PeopleMemory.Parse(former);
        if (former is not null && !string.Equals(memory?.BodyHash, call.BodyHash, StringComparison.Ordinal))
        {
            await ErpAnswer.WriteAsync(context, ProblemKinds.WebhookIdReused.At());
            return;
        }

        // A repeated call is answered, not applied: people carry no revision, and a later call may have said more.
        var answer = memory?.Answer ?? await TakeAsync(call, accepted, cancellationToken);
        await ErpAnswer.WriteAsync(context, StatusCodes.Status200OK, answer, ErpJsonContext.Readable.PeopleAnswer);
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
