using System.Globalization;
using PaymentBot.Erp;
using PaymentBot.Erp.Problems;
using PaymentBot.Erp.Signatures;

namespace PaymentBot.Functions.Erp;

/// <summary>Lets only the ERP in: reads the body within bounds and checks its signature before anything looks at it.</summary>
/// <param name="verifier">Checks signatures.</param>
/// <param name="contacts">Remembers the last calls.</param>
/// <param name="logger">The log.</param>
public sealed partial class ErpGate(WebhookVerifier verifier, ErpContacts contacts, ILogger<ErpGate> logger)
{
    /// <summary>The longest JSON body, in bytes.</summary>
    public const int MaxJson = 1024 * 1024;

    /// <summary>Answers a call when it is the ERP's, and refuses it otherwise.</summary>
    /// <param name="request">The call.</param>
    /// <param name="maxBody">The longest body, in bytes.</param>
    /// <param name="function">Answers it.</param>
    public Task<IResult> RunAsync(HttpRequest request, int maxBody, Func<ErpCall, Task<IResult>> function) =>
        ErpAnswer.GuardAsync(
            request,
            async () =>
            {
                var (call, problem) = await ReadAsync(request, maxBody);
                await contacts.NoteAsync(request, problem, request.HttpContext.RequestAborted);
                return call is null ? ErpAnswer.Of(request, problem!) : await function(call);
            }
        );

    private async Task<(ErpCall? Call, Problem? Problem)> ReadAsync(HttpRequest request, int maxBody)
    {
        var body = await BoundedBody.ReadAsync(
            request.Body,
            request.ContentLength,
            maxBody,
            request.HttpContext.RequestAborted
        );
        if (body is null)
        {
            return (null, ProblemKinds.BodyTooLarge.At(null, maxBody.ToString(CultureInfo.InvariantCulture)));
        }

        var headers = request.Headers;
        var id = headers["webhook-id"].ToString();
        var verdict = verifier.Verify(id, headers["webhook-timestamp"], headers["webhook-signature"], body);
        if (verdict.ToProblem() is { } problem)
        {
            Log.Refused(logger, request.Path, verdict, body.Length);
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
