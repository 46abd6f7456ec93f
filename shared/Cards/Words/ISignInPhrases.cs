namespace PaymentBot.Cards.Words;

/// <summary>
/// What the bot says about signing in, in one language: Telegram HTML, arguments escaped and shortened, far below 4,096 code points; buttons
/// are plain text. Members never throw; arguments may be any text from outside.
/// </summary>
public interface ISignInPhrases
{
    // To the person

    /// <summary>Answer to /start of somebody unknown: what the bot is, and how to get access.</summary>
    string Stranger { get; }

    /// <summary>Answer to /login: goes above <see cref="OfferButton"/>. The link is good for <paramref name="minutes"/>.</summary>
    string Offer(int minutes);

    /// <summary>The button that opens the sign-in page.</summary>
    string OfferButton { get; }

    /// <summary>Button below the news of a link, for whoever came by the link of a request.</summary>
    string OpenRequest { get; }

    /// <summary>Answer to /login in a group. <paramref name="url"/> opens the private chat.</summary>
    string OnlyInPrivate(string url);

    /// <summary>Answer to /login of a linked person.</summary>
    string AlreadyLinked(string name);

    /// <summary>Answer to too many tries in a short time.</summary>
    string TooManyTries { get; }

    /// <summary>The code is unknown, used or too old. Does not tell which.</summary>
    string CodeUnusable { get; }

    /// <summary>The ERP has set the person inactive meanwhile.</summary>
    string NoAccess { get; }

    /// <summary>The ERP person is linked to another Telegram account: whether to replace it.</summary>
    string ReplaceQuestion(string name);

    /// <summary>The button that replaces the former account.</summary>
    string ReplaceButton { get; }

    /// <summary>The button that leaves the former account.</summary>
    string KeepButton { get; }

    /// <summary>The former account stays.</summary>
    string Kept { get; }

    /// <summary>Who one is and since when, day in words; <paramref name="email"/> is null for a link made by the administrator.</summary>
    string WhoYouAre(string name, string? email, DateOnly since, DateOnly verified);

    // To others whom it concerns

    /// <summary>To the former account: the person is now linked to another one.</summary>
    string ReplacedBy(string account);

    /// <summary>To whoever brought a code that belongs to another account: a warning.</summary>
    string StolenToFinisher(string account);

    /// <summary>To whoever asked for the sign-in: somebody else brought its code.</summary>
    string StolenToAsker { get; }

    /// <summary>To whoever asked for the sign-in: the mailbox's owner said that it was not them.</summary>
    string DeniedToAsker { get; }

    /// <summary>The ERP set the person inactive.</summary>
    string AccessTaken { get; }

    /// <summary>Google no longer vouches for the person's account.</summary>
    string GoogleTaken { get; }

    // To operators

    /// <summary>A code was brought by another account than the one that asked.</summary>
    string OperatorStolen(string asker, long askerId, string finisher, long finisherId, string mailbox);

    /// <summary>The mailbox's owner said that a sign-in was not theirs.</summary>
    string OperatorDenied(string asker, long askerId, string mailbox);

    /// <summary>The ERP has so many active people with one mailbox; nobody can sign in with it.</summary>
    string OperatorSameMailbox(string mailbox, int count);

    /// <summary>Google no longer vouches for a person's account; the person was unlinked.</summary>
    string OperatorGoogleTaken(string name);
}
