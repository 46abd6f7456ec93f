using PaymentBot.Approvals;

namespace PaymentBot.Bot.Delivery.Sending;

/// <summary>A file that Telegram accepted.</summary>
/// <param name="Attachment">The file.</param>
/// <param name="MessageId">The message it is in.</param>
public sealed record SentFile(Attachment Attachment, long MessageId);
