namespace PaymentBot.Cards;

/// <summary>The languages the bot speaks.</summary>
public enum Language
{
    /// <summary>Russian, <c>ru</c>.</summary>
    Russian,

    /// <summary>English, <c>en</c>.</summary>
    English,
}
