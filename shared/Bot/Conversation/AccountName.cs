using PaymentBot.Bot.People;

namespace PaymentBot.Bot.Conversation;

/// <summary>How a Telegram account is named to other people: as its owner presents it, with the one part that is unique.</summary>
public static class AccountName
{
    /// <summary>The user name first: a first name can be as long as to push it out of sight. A first name cannot pose as a user name.</summary>
    /// <param name="account">The account.</param>
    /// <returns>Plain text from outside, not escaped.</returns>
    public static string Of(TelegramAccount account)
    {
        var name = account.DisplayName.Replace("@", string.Empty, StringComparison.Ordinal);
        return account.Username is { Length: > 0 } username ? $"@{username}, {name}" : name;
    }
}
