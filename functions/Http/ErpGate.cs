using System.Globalization;
using PaymentBot.Erp;
using PaymentBot.Erp.Problems;
using PaymentBot.Erp.Signatures;

namespace PaymentBot.Functions.Http;

/// <summary>Lets only the ERP in: reads the body within bounds and checks its signature before anything looks at it.</summary>
/// <param name="verifier">Checks signatures.</param>
/// <param name="contacts">Remembers the last calls.</param>
/// <param name="logger">The log.</param>
internal sealed partial class ErpGate(WebhookVerifier verifier, ErpContacts contacts, ILogger<ErpGate> logger)
{
    /// <summary>The longest JSON body, in bytes.</summary>
    public const int MaxJson = 1024 * 1024;

    /// <summary>Reads and checks a call; refuses it in the answer when it is not the ERP's.</summary>
    /// <param name="context">The call.</param>
    /// <param name="maxBody">The longest body, in bytes.</param>
    /// <returns>The call, or null when it was refused.</returns>
    public async Task<ErpCall?> AdmitAsync(HttpContext context, int maxBody)
    {
        var (call, problem) = await ReadAsync(context, maxBody);
        await contacts.NoteAsync(context.Request, problem, context.RequestAborted);
        if (problem is not null)
        {
            await ErpAnswer.WriteAsync(context, problem);
        }

        return call;
    }

    private async Task<(ErpCall? Call, Problem? Problem)> ReadAsync(HttpContext context, int maxBody)
    {
        var body = await BoundedBody.ReadAsync(
            context.Request.Body,
            context.Request.ContentLength,
            maxBody,
            context.RequestAborted
        );
        if (body is null)
        {
            return (null, ProblemKinds.BodyTooLarge.At(null, maxBody.ToString(CultureInfo.InvariantCulture)));
        }

        var headers = context.Request.Headers;
        var id = headers["webhook-id"].ToString();
        var verdict = verifier.Verify(id, headers["webhook-timestamp"], headers["webhook-signature"], body);
        if (verdict.ToProblem() is { } problem)
        {
            Log.Refused(logger, context.Request.Path, verdict, body.Length);
            return (null, problem);
        }

        return (new ErpCall(id, body), null);
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "ERP call {Path} refused: {Verdict}, {Length} bytes.")]
        public static partial void Refused(ILogger logger, PathString path, WebhookVerdict verdict, int length);
    }
}
