using System.Globalization;
using Microsoft.Azure.Functions.Worker;
using PaymentBot.Approvals;
using PaymentBot.Bot.Jobs;
using PaymentBot.Bot.Requests;
using PaymentBot.Erp.Problems;
using PaymentBot.Erp.Signatures;
using PaymentBot.Storage;

namespace PaymentBot.Functions.Erp;

/// <summary><c>PUT /api/erp/requests/{id}/attachments/{attachmentId}</c>: the raw bytes of one declared attachment, streamed into a blob.</summary>
/// <param name="verifier">Checks signatures.</param>
/// <param name="requests">The snapshots.</param>
/// <param name="files">What is known of the files.</param>
/// <param name="blobs">Their bytes.</param>
/// <param name="jobs">The queues.</param>
/// <param name="logger">The log.</param>
public sealed partial class ErpAttachmentFunction(
    WebhookVerifier verifier,
    RequestStore requests,
    FileStore files,
    IBlobStore blobs,
    JobSender jobs,
    ILogger<ErpAttachmentFunction> logger
)
{
    /// <summary>Answers one call.</summary>
    /// <param name="request">The call.</param>
    [Function("ErpAttachment")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Function, "put", Route = Routes.ErpAttachment)] HttpRequest request
    ) => ErpAnswer.GuardAsync(request, () => AnswerAsync(request));

    private async Task<IResult> AnswerAsync(HttpRequest request)
    {
        using var signature = Begin(request.Headers, out var verdict);
        if (signature is null)
        {
            Log.Refused(logger, verdict);
            return ErpAnswer.Of(request, verdict.ToProblem()!);
        }

        if (request.ContentLength > Attachment.MaxSendableSize)
        {
            return ErpAnswer.Of(request, TooLarge());
        }

        var key = RequestKey.Of(new RequestId(request.RequestId()));
        var stored = await requests.GetAsync(key, request.HttpContext.RequestAborted);
        var attachment = stored?.Request.Attachments.FirstOrDefault(file =>
            string.Equals(file.Id, request.RequestAttachmentId(), StringComparison.Ordinal)
        );
        try
        {
            return await (
                attachment is { Sendable: true }
                    ? StoreAsync(request, key, attachment, signature)
                    : DiscardAsync(request, stored, attachment, signature)
            );
        }
        catch (ContentRefusedException refused)
        {
            Log.NotStored(logger, key.Value, refused.Fault);
            return ErpAnswer.Of(request, ProblemOf(refused.Fault));
        }
    }

    private static Problem ProblemOf(ContentFault fault) =>
        fault switch
        {
            ContentFault.BadSignature => ProblemKinds.InvalidSignature.At(),
            ContentFault.TooLarge => TooLarge(),
            _ => ProblemKinds.AttachmentMismatch.At(),
        };

    private static Problem TooLarge() =>
        ProblemKinds.AttachmentTooLarge.At(null, Attachment.MaxSendableSize.ToString(CultureInfo.InvariantCulture));

    private WebhookStreamVerification? Begin(IHeaderDictionary headers, out WebhookVerdict verdict) =>
        verifier.Begin(
            headers[WebhookHeader.Id],
            headers[WebhookHeader.Timestamp],
            headers[WebhookHeader.Signature],
            out verdict
        );

    private async Task<IResult> StoreAsync(
        HttpRequest request,
        RequestKey key,
        Attachment attachment,
        WebhookStreamVerification signature
    )
    {
        var cancellationToken = request.HttpContext.RequestAborted;
        var known = await files.GetAsync(attachment.Sha256, cancellationToken) is not null;
        await using var content = new VerifiedContent(request.Body, signature, Attachment.MaxSendableSize)
        {
            Declared = new ContentDeclaration(attachment.Size, attachment.Sha256),
        };
        if (known)
        {
            await content.CopyToAsync(Stream.Null, cancellationToken);
        }
        else
        {
            var blobName = StoredFile.BlobNameOf(attachment.Sha256);
            await blobs.UploadAsync(blobName, content, cancellationToken);
            await files.AddAsync(attachment.Sha256, attachment.Size, cancellationToken);
        }

        await jobs.NotifyAsync(key, cancellationToken);
        Log.Stored(logger, key.Value, attachment.Sha256, attachment.Size, known);
        return ErpAnswer.Empty(known ? StatusCodes.Status204NoContent : StatusCodes.Status201Created);
    }

    /// <summary>Nothing is wanted, but only the signer may learn why.</summary>
    private static async Task<IResult> DiscardAsync(
        HttpRequest request,
        StoredRequest? stored,
        Attachment? attachment,
        WebhookStreamVerification signature
    )
    {
        await using var content = new VerifiedContent(request.Body, signature, Attachment.MaxSendableSize);
        await content.CopyToAsync(Stream.Null, request.HttpContext.RequestAborted);
        if (attachment is { Size: 0 } && content.Position == 0)
        {
            return ErpAnswer.Empty(StatusCodes.Status204NoContent);
        }

        var problem = (stored, attachment) switch
        {
            (null, _) => ProblemKinds.RequestNotFound.At(),
            (_, null) => ProblemKinds.AttachmentNotDeclared.At(),
            (_, { Size: 0 }) => ProblemKinds.AttachmentMismatch.At(),
            _ => TooLarge(),
        };
        return ErpAnswer.Of(request, problem);
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "Attachment refused: {Verdict}.")]
        public static partial void Refused(ILogger logger, WebhookVerdict verdict);

        [LoggerMessage(2, LogLevel.Warning, "Attachment of request {RequestKey} not stored: {Fault}.")]
        public static partial void NotStored(ILogger logger, string requestKey, ContentFault fault);

        [LoggerMessage(
            3,
            LogLevel.Information,
            "Attachment of request {RequestKey} stored: {Sha256}, {Size} bytes, known before: {Known}."
        )]
        public static partial void Stored(ILogger logger, string requestKey, string sha256, long size, bool known);
    }
}
