using System.Buffers.Text;
using System.Text;
using PaymentBot.Bot.Requests;

namespace PaymentBot.Bot.Deciding;

/// <summary>How the place of a decision looks to the ERP: text that it gives back as it is.</summary>
public static class DecisionCursor
{
    /// <summary>The longest text that can be a cursor.</summary>
    private const int MaxLength = 200;

    /// <summary>The cursor of a place.</summary>
    /// <param name="place">The place of the last decision handed out.</param>
    public static string Of(string place) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(place));

    /// <summary>Reads a cursor.</summary>
    /// <param name="text">What the ERP sent.</param>
    /// <returns>The place, or null when the text is no cursor.</returns>
    public static string? Read(string text)
    {
        if (text.Length > MaxLength || !Base64Url.IsValid(text))
        {
            return null;
        }

        var place = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(text));
        return DecisionOutbox.DecisionAt(place) is null ? null : place;
    }
}
