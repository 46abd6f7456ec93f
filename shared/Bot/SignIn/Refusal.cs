namespace PaymentBot.Bot.SignIn;

/// <summary>Why somebody was not signed in.</summary>
public enum Refusal
{
    /// <summary>This bot has no Google application.</summary>
    SwitchedOff,

    /// <summary>The address or the form is not one of ours.</summary>
    Malformed,

    /// <summary>Too many calls from one network address.</summary>
    TooOften,

    /// <summary>The ticket expired, was used, was replaced by a newer one, or never was.</summary>
    TicketGone,

    /// <summary>Two browsers opened the link at the same moment, and this one was slower.</summary>
    Overtaken,

    /// <summary>The browser has no cookie of ours.</summary>
    NoCookie,

    /// <summary>The cookie or the state belong to another sign-in than the one that comes back.</summary>
    OtherBrowser,

    /// <summary>The mailbox was proven before; the code is out already.</summary>
    AlreadyProven,

    /// <summary>The person said no at Google.</summary>
    Cancelled,

    /// <summary>Google did not vouch for the person, or what came was not Google's word.</summary>
    NotProven,

    /// <summary>Google has not checked that the mailbox is the person's.</summary>
    MailboxNotVerified,

    /// <summary>The mailbox is none of the company's.</summary>
    WrongDomain,

    /// <summary>The ERP knows nobody with that mailbox.</summary>
    PersonUnknown,

    /// <summary>The ERP knows the person, who may not do anything any more.</summary>
    PersonInactive,

    /// <summary>The ERP knows more than one person with that mailbox.</summary>
    SeveralPeople,

    /// <summary>Google, Telegram, the ERP or the storage does not answer right now.</summary>
    Unavailable,
}
