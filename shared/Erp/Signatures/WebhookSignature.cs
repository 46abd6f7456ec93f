namespace PaymentBot.Erp.Signatures;

/// <summary>The three header values of one signed call.</summary>
/// <param name="Id">Value of <see cref="WebhookHeader.Id"/>.</param>
/// <param name="Timestamp">Value of <see cref="WebhookHeader.Timestamp"/>.</param>
/// <param name="Signature">Value of <see cref="WebhookHeader.Signature"/>, <c>v1,</c> and 44 characters of base64.</param>
public readonly record struct WebhookSignature(string Id, string Timestamp, string Signature);
