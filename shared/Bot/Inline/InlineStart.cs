namespace PaymentBot.Bot.Inline;

/// <summary>What the buttons above inline results send to the private chat: <c>/start</c> and one of these.</summary>
public static class InlineStart
{
    /// <summary>Offers to sign in; the same as the page's own.</summary>
    public const string Login = "login";

    /// <summary>Explains how to search.</summary>
    public const string Guide = "find";
}
