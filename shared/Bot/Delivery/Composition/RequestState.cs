using PaymentBot.Approvals;
using PaymentBot.Bot.Requests;

namespace PaymentBot.Bot.Delivery.Composition;

/// <summary>All that the cards of one request have in common.</summary>
/// <param name="Stored">The latest snapshot.</param>
/// <param name="Decisions">The decisions the cards tell of, oldest first.</param>
/// <param name="Available">The attachments whose bytes have arrived and that Telegram takes.</param>
/// <param name="Missing">The attachments that Telegram would take but whose bytes have not arrived.</param>
public sealed record RequestState(
    StoredRequest Stored,
    IReadOnlyList<Decision> Decisions,
    IReadOnlyList<Attachment> Available,
    IReadOnlyList<Attachment> Missing
)
{
    /// <summary>Who has decided through the bot, on whatever revision, and was confirmed; each once.</summary>
    public IReadOnlyList<ErpId> Deciders { get; init; } = [];

    /// <summary>The latest snapshot itself.</summary>
    public PaymentRequest Request => Stored.Request;
}
