using PaymentBot.Bot.Delivery.Composition;
using PaymentBot.Cards;
using PaymentBot.Erp.Problems;

namespace PaymentBot.Functions.SignIn.Pages;

/// <summary>The language of a page: the browser's, or the bot's own when the browser wants none of ours.</summary>
/// <param name="cards">The bot's own language.</param>
public sealed class PageLanguage(CardSettings cards)
{
    /// <summary>Chooses for one call.</summary>
    /// <param name="request">The call.</param>
    public Language Choose(HttpRequest request)
    {
        var otherwise = cards.DefaultLanguage == Language.Russian ? ProblemLanguage.Russian : ProblemLanguage.English;
        return AcceptLanguage.Choose(request.Headers.AcceptLanguage, otherwise) == ProblemLanguage.Russian
            ? Language.Russian
            : Language.English;
    }
}
