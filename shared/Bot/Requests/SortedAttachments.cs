using PaymentBot.Approvals;

namespace PaymentBot.Bot.Requests;

/// <summary>The attachments of a request that Telegram would take.</summary>
/// <param name="Available">Those whose bytes are here, in the order of the request.</param>
/// <param name="Missing">Those whose bytes are still wanted, in the order of the request.</param>
public sealed record SortedAttachments(IReadOnlyList<Attachment> Available, IReadOnlyList<Attachment> Missing);
