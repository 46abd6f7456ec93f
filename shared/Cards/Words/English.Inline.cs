using PaymentBot.Cards.Markup;

namespace PaymentBot.Cards.Words;

/// <summary>What is said about searching from any chat, in English.</summary>
internal sealed class EnglishInlinePhrases : IInlinePhrases
{
    public string SignInButton => "Sign in to search requests";

    public string UnblockButton => "Open the chat with the bot to search requests";

    public string NothingFoundButton => "Nothing found. How to search?";

    public string TooMuchButton => "Too many requests. How to narrow it down?";

    public string OffButton => "Searching from chats is switched off";

    public string MaskedHint => "The chat will not see amount, payee and purpose";

    public string MaskedNote => "Amount, payee and purpose show in the private chat only.";

    public string EndedNote => "This card is no longer updated.";

    public string SearchButton => "🔎 Search requests";

    public string Guide(string bot) =>
        $"""
            <b>Searching requests from any chat</b>

            Type <code>@{PhraseText.Html(bot)}</code> and what you look for. Conditions may be combined:

            <code>acme</code> — payee or purpose
            <code>123</code> — number
            <code>&gt;1 mln</code>, <code>100-200k</code>, <code>84 300</code> — amount
            <code>today</code>, <code>week</code>, <code>15.11</code>, <code>2026-11</code> — date of the request
            <code>rejected</code>, <code>paid</code> — state
            <code>mine</code> — initiated by you
            <code>waiting</code> — waits for your decision

            You find only what you may see. A card that was sent keeps itself up to date; decisions are made in the private chat.
            """;
}
