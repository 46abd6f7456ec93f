namespace PaymentBot.Sandbox.Telegram;

/// <summary>A person with a private chat to the bot.</summary>
/// <param name="Id">Telegram user id; also the id of the private chat.</param>
/// <param name="LanguageCode">IETF tag, as Telegram sends it in <c>language_code</c>.</param>
/// <param name="Started">Whether the person has already pressed Start; if not, the bot cannot write first.</param>
internal sealed record TelegramUser(
    long Id,
    string FirstName,
    string? LastName = null,
    string? Username = null,
    string LanguageCode = "ru",
    bool Started = true
)
{
    public string FullName => LastName is null ? FirstName : $"{FirstName} {LastName}";
}
