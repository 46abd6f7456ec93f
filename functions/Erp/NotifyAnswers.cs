using PaymentBot.Approvals;
using PaymentBot.Bot.People;
using PaymentBot.Bot.Requests;
using PaymentBot.Erp.Answers;
using PaymentBot.Erp.Snapshots;

namespace PaymentBot.Functions.Erp;

/// <summary>Answers notifications: who gets a card, who cannot, and which files are wanted.</summary>
/// <param name="links">The links of people.</param>
/// <param name="files">The files.</param>
public sealed class NotifyAnswers(LinkStore links, FileStore files)
{
    /// <summary>Makes the answer.</summary>
    /// <param name="snapshot">What was announced.</param>
    /// <param name="stale">Whether a newer revision is known.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<NotifyAnswer> OfAsync(
        SnapshotOutcome.Accepted snapshot,
        bool stale,
        CancellationToken cancellationToken
    )
    {
        var request = snapshot.Request;
        var answer = new NotifyAnswer
        {
            Id = request.Id.Value,
            Revision = request.Revision,
            ContentHash = snapshot.ContentHash,
            Stale = stale ? true : null,
        };
        if (stale)
        {
            return answer;
        }

        List<string> notified = [];
        List<string> unlinked = [];
        List<string> unreachable = [];
        var approvers = request.CurrentStage?.Approvers.Select(approver => approver.ErpId).ToHashSet() ?? [];
        foreach (var person in approvers.Append(request.Initiator.ErpId).Distinct())
        {
            if (await links.FindAsync(person, cancellationToken) is { } stored)
            {
                (stored.Link.Unreachable is null ? notified : unreachable).Add(person.Value);
            }
            else if (approvers.Contains(person))
            {
                unlinked.Add(person.Value);
            }
        }

        return answer with
        {
            Notified = notified,
            Unlinked = unlinked,
            Unreachable = unreachable,
            MissingAttachments = await MissingAsync(request, cancellationToken),
        };
    }

    /// <summary>The attachments whose bytes are still wanted: those Telegram would take and that have not arrived.</summary>
    /// <param name="request">The snapshot.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<IReadOnlyList<string>> MissingAsync(PaymentRequest request, CancellationToken cancellationToken)
    {
        var attachments = await files.SortAsync(request.Attachments, cancellationToken);
        return [.. attachments.Missing.Select(attachment => attachment.Id)];
    }
}
