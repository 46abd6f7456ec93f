using System.Globalization;
using PaymentBot.Cards.Markup;

namespace PaymentBot.Cards.Words;

/// <summary>What the bot says about signing in, in English.</summary>
internal sealed class EnglishSignInPhrases : ISignInPhrases
{
    public string Stranger =>
        """
            Hello! This bot helps to approve payment requests.

            To get access, sign in with your work mailbox: /login
            """;

    public string OfferButton => "Sign in with Google";

    public string OpenRequest => "Open the request";

    public string TooManyTries => "Too many tries. Please wait a minute.";

    public string CodeUnusable => "This sign-in is out of date or was used already. Please start again: /login";

    public string NoAccess => "The ERP has switched off your access. Please ask your administrator.";

    public string ReplaceButton => "Replace";

    public string KeepButton => "Leave as it is";

    public string Kept => "Nothing changed: the former Telegram account stays connected.";

    public string StolenToAsker =>
        "⚠️ Your sign-in was finished from another Telegram account, so it was cancelled: nobody got connected. If it was you, start again from this chat: /login";

    public string DeniedToAsker =>
        "⚠️ Your sign-in was cancelled: in the browser somebody answered “This was not me”. If it was you, start again: /login";

    public string AccessTaken => "Your access was switched off in the ERP. Requests no longer arrive here.";

    public string GoogleTaken =>
        "Google no longer confirms your account, so this chat is signed out. If the account still works, sign in again: /login";

    public string Offer(int minutes) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"""
            Press the button, choose your <b>work mailbox</b>, and come back here.

            The link works for {minutes} minutes and only for you: please do not forward it.
            """
        );

    public string OnlyInPrivate(string url) =>
        $"Signing in happens in the private chat: <a href=\"{PhraseText.Href(url)}\">open the bot</a>.";

    public string AlreadyLinked(string name) =>
        $"You are connected already: <b>{PhraseText.Html(name)}</b>. To sign in as somebody else, leave first: /logout";

    public string ReplaceQuestion(string name) =>
        $"<b>{PhraseText.Html(name)}</b> is connected to another Telegram account already. Replace it with this one?";

    public string WhoYouAre(string name, string? email, DateOnly since, DateOnly verified)
    {
        var formats = Phrases.For(Language.English).Formats;
        return $"""
            You are <b>{PhraseText.Html(name)}</b>
            {(email is null ? "Connected by the administrator" : $"Mailbox: {PhraseText.Html(email)}")}
            Connected since {formats.Day(since)}, last confirmed {formats.Day(verified)}

            To leave: /logout
            """;
    }

    public string ReplacedBy(string account) =>
        $"⚠️ You are now connected from another Telegram account: {PhraseText.Html(account)}. This chat is signed out. If it was not you, tell your administrator at once.";

    public string StolenToFinisher(string account) =>
        $"""
            ⚠️ <b>Nothing was connected.</b> Another Telegram account asked for this sign-in: {PhraseText.Html(
                account
            )}.

            If somebody sent you the link, do not open it again and tell your administrator. To sign in yourself, write /login here.
            """;

    public string OperatorStolen(string asker, long askerId, string finisher, long finisherId, string mailbox) =>
        $"""
            ⚠️ A sign-in was brought back by another Telegram account. Nothing was connected.
            Asked: {PhraseText.Html(asker)} ({PhraseText.Id(askerId)})
            Brought: {PhraseText.Html(finisher)} ({PhraseText.Id(finisherId)})
            Mailbox: {PhraseText.Html(mailbox)}
            """;

    public string OperatorDenied(string asker, long askerId, string mailbox) =>
        $"""
            ⚠️ The owner of a mailbox said that a sign-in was not theirs. Nothing was connected.
            Asked: {PhraseText.Html(asker)} ({PhraseText.Id(askerId)})
            Mailbox: {PhraseText.Html(mailbox)}
            """;

    public string OperatorSameMailbox(string mailbox, int count) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"⚠️ The ERP has {count} active people with the mailbox {PhraseText.Html(mailbox)}; nobody can sign in with it."
        );

    public string OperatorGoogleTaken(string name) =>
        $"⚠️ {PhraseText.Html(name)}: Google no longer confirms the account, the person is signed out.";
}
