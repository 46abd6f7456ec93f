using PaymentBot.Bot.People;
using Telegram.Bot.Types;

namespace PaymentBot.Bot.SignIn;

/// <summary>Takes from Telegram's user what a sign-in keeps of it.</summary>
public static class SenderAccount
{
    /// <summary>The account of a user.</summary>
    /// <param name="user">The user, as Telegram vouches for.</param>
    public static TelegramAccount Of(User user) =>
        new(user.Id, user.FirstName, user.LastName, user.Username, user.LanguageCode);
}
