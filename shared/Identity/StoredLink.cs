namespace PaymentBot.Identity;

/// <summary>A link as it lies in the store.</summary>
/// <param name="Link">The link.</param>
/// <param name="ETag">The version that was read.</param>
public sealed record StoredLink(Link Link, string ETag);
