using PaymentBot.Approvals;
using PaymentBot.Bot.Delivery.Recipients;
using PaymentBot.Bot.People;
using PaymentBot.Erp.Answers;

namespace PaymentBot.Bot.Delivery;

/// <summary>Tells the ERP how the cards of a request are doing.</summary>
/// <param name="links">Knows why a person is not reached.</param>
public sealed class DeliveryEntries(LinkStore links)
{
    /// <summary>Makes one entry per card.</summary>
    /// <param name="cards">The cards.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<IReadOnlyList<DeliveryEntry>> MakeAsync(
        IEnumerable<StoredCard> cards,
        CancellationToken cancellationToken
    )
    {
        List<DeliveryEntry> entries = [];
        foreach (var row in cards.Select(card => card.Row).Where(row => row.Inline is null))
        {
            entries.Add(
                new DeliveryEntry
                {
                    Recipient = row.Recipient.Person?.Value ?? row.Recipient.GroupKey!,
                    Kind = row.Recipient.Person is null ? RecipientKind.Group : RecipientKind.Person,
                    State = Enum.Parse<DeliveryEntryState>(row.State.ToString()),
                    Revision = row.Revision > 0 ? row.Revision : null,
                    Error = row.Error,
                    Reason = row.State == CardState.Unreachable ? await ReasonAsync(row, cancellationToken) : null,
                    UpdatedAt = row.UpdatedAt,
                }
            );
        }

        return entries;
    }

    private async Task<UnreachableReason?> ReasonAsync(CardRow row, CancellationToken cancellationToken) =>
        row.Recipient.Person is { } person && await links.FindAsync(person, cancellationToken) is { } stored
            ? stored.Link.Unreachable
            : null;
}
