using System.Globalization;
using PaymentBot.Approvals;
using PaymentBot.Bot.Jobs;
using PaymentBot.Bot.Requests;
using PaymentBot.Erp.Problems;
using PaymentBot.Erp.Signatures;
using PaymentBot.Functions.Http;
using PaymentBot.Storage;

namespace PaymentBot.Functions.ErpAttachment;

/// <summary><c>PUT /api/erp/requests/{id}/attachments/{attachmentId}</c>: the raw bytes of one declared attachment, streamed into a blob.</summary>
/// <param name="verifier">Checks signatures.</param>
/// <param name="requests">The snapshots.</param>
/// <param name="files">What is known of the files.</param>
/// <param name="blobs">Their bytes.</param>
/// <param name="jobs">The queues.</param>
/// <param name="logger">The log.</param>
internal sealed partial class ErpAttachmentFunction(
    WebhookVerifier verifier,
    RequestStore requests,
    FileStore files,
    IBlobStore blobs,
    JobSender jobs,
    ILogger<ErpAttachmentFunction> logger
)
{
    /// <summary>Answers one call.</summary>
    /// <param name="context">The call.</param>
    /// <param name="requestId">The request.</param>
    /// <param name="attachmentId">The attachment.</param>
    public async Task RunAsync(HttpContext context, string requestId, string attachmentId)
    {
        using var signature = Begin(context.Request.Headers, out var verdict);
        if (signature is null)
        {
            Log.Refused(logger, verdict);
            await ErpAnswer.WriteAsync(context, verdict.ToProblem()!);
            return;
        }

        if (context.Request.ContentLength > Attachment.MaxSendableSize)
        {
            await ErpAnswer.WriteAsync(context, TooLarge());
            return;
        }

        var key = RequestKey.Of(new RequestId(requestId));
        var stored = await requests.GetAsync(key, context.RequestAborted);
        var attachment = stored?.Request.Attachments.FirstOrDefault(file =>
            string.Equals(file.Id, attachmentId, StringComparison.Ordinal)
        );
        try
        {
            await (
                attachment is { Sendable: true }
                    ? StoreAsync(context, key, attachment, signature)
                    : DiscardAsync(context, stored, attachment, signature)
            );
        }
        catch (ContentRefusedException refused)
        {
            Log.NotStored(logger, key.Value, refused.Fault);
            await ErpAnswer.WriteAsync(context, ProblemOf(refused.Fault));
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

    private async Task StoreAsync(
        HttpContext context,
        RequestKey key,
        Attachment attachment,
        WebhookStreamVerification signature
    )
    {
        var known = await files.GetAsync(attachment.Sha256, context.RequestAborted) is not null;
        await using var content = new VerifiedContent(context.Request.Body, signature, Attachment.MaxSendableSize)
        {
            Declared = new ContentDeclaration(attachment.Size, attachment.Sha256),
        };
        if (known)
        {
            await content.CopyToAsync(Stream.Null, context.RequestAborted);
        }
        else
        {
            var blobName = StoredFile.BlobNameOf(attachment.Sha256);
            await blobs.UploadAsync(blobName, content, context.RequestAborted);
            await files.AddAsync(attachment.Sha256, attachment.Size, context.RequestAborted);
        }

        await jobs.NotifyAsync(key, context.RequestAborted);
        Log.Stored(logger, key.Value, attachment.Sha256, attachment.Size, known);
        context.Response.StatusCode = known ? StatusCodes.Status204NoContent : StatusCodes.Status201Created;
    }

    /// <summary>Nothing is wanted, but only the signer may learn why.</summary>
    private static async Task DiscardAsync(
        HttpContext context,
        StoredRequest? stored,
        Attachment? attachment,
        WebhookStreamVerification signature
    )
    {
        await using var content = new VerifiedContent(context.Request.Body, signature, Attachment.MaxSendableSize);
        await content.CopyToAsync(Stream.Null, context.RequestAborted);
        if (attachment is { Size: 0 } && content.Position == 0)
        {
            context.Response.StatusCode = StatusCodes.Status204NoContent;
            return;
        }

        var problem = (stored, attachment) switch
        {
            (null, _) => ProblemKinds.RequestNotFound.At(),
            (_, null) => ProblemKinds.AttachmentNotDeclared.At(),
            (_, { Size: 0 }) => ProblemKinds.AttachmentMismatch.At(),
            _ => TooLarge(),
        };
        await ErpAnswer.WriteAsync(context, problem);
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
