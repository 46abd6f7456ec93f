namespace PaymentBot.Bot.People;

/// <summary>A Telegram account as its owner presents it: every text is the owner's own choice and proves nothing.</summary>
/// <param name="UserId">The Telegram user, at most 52 bits, which is also the id of the private chat.</param>
/// <param name="FirstName">The first name, which may be any text.</param>
/// <param name="LastName">The last name, or null.</param>
/// <param name="Username">The name without <c>@</c>, unique in Telegram, or null.</param>
/// <param name="LanguageCode">The language of the app, such as <c>ru</c> or <c>en-GB</c>, or null.</param>
public sealed record TelegramAccount(
    long UserId,
    string FirstName,
    string? LastName,
    string? Username,
    string? LanguageCode
)
{
    /// <summary>First and last name, not escaped for any markup.</summary>
    public string DisplayName => string.IsNullOrWhiteSpace(LastName) ? FirstName : $"{FirstName} {LastName}";
}
