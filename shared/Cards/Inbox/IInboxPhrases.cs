using PaymentBot.Approvals;

namespace PaymentBot.Cards.Inbox;

/// <summary>
/// What the bot says in a person's own lists, and about the way of one request. Toasts and buttons are plain text within Telegram's limits; everything
/// else is plain text for <see cref="InboxScreen"/>, which escapes it, or Telegram's HTML where it says so.
/// </summary>
public interface IInboxPhrases
{
    /// <summary>What the settings say.</summary>
    ISettingsPhrases Settings { get; }

    /// <summary>Help, and what the bot says of itself.</summary>
    IHelpPhrases Help { get; }

    /// <summary>The heading of a list that shows something; <paramref name="count"/> is null where nobody has counted.</summary>
    string Title(InboxKind kind, int? count);

    /// <summary>The whole text of a list that has nothing to show.</summary>
    string Empty(InboxKind kind);

    /// <summary>All amounts of the list together.</summary>
    string Total(string amounts);

    /// <summary>So many currencies are not shown.</summary>
    string MoreCurrencies(int count);

    /// <summary>The list goes on beyond what was read.</summary>
    string OnlyFirst(int count);

    /// <summary>The stage should have decided by then.</summary>
    string Overdue(string moment);

    /// <summary>Below a list: what its numbers do.</summary>
    string OpenHint { get; }

    /// <summary>Button: the page before.</summary>
    string PageBefore { get; }

    /// <summary>Button: the page after.</summary>
    string PageAfter { get; }

    /// <summary>Button that reads the list anew; <paramref name="pages"/> is null where nobody has counted.</summary>
    string Refresh(int page, int? pages);

    /// <summary>HTML: how to search, for /find without words.</summary>
    string FindHow { get; }

    /// <summary>Toast: the list is too old to be turned.</summary>
    string ListGone { get; }

    /// <summary>Toast: the card is on its way to the bottom of the chat.</summary>
    string CardBelow { get; }

    /// <summary>Toast: the request asked for is not known, or not the reader's to see.</summary>
    string NotFound { get; }

    /// <summary>HTML, in place of a card that is too old to be deleted: it stands further down.</summary>
    string CardMoved(string number);

    /// <summary>Heading of the way of a request.</summary>
    string Timeline(string number);

    /// <summary>When the document was made, and by whom.</summary>
    string Created(string moment, string name);

    /// <summary>How long a decided stage took.</summary>
    string Took(string duration);

    /// <summary>How long the current stage has been waiting.</summary>
    string Waits(string duration);

    /// <summary>How long the approval took, or is taking so far.</summary>
    string Altogether(string duration, RequestStatus status);

    /// <summary>When all this held; it is not followed up.</summary>
    string AsOf(string moment);

    /// <summary>A duration in its two largest units out of days, hours and minutes.</summary>
    string Duration(TimeSpan duration);

    /// <summary>HTML: how to get the way of a request, for /timeline without a number.</summary>
    string TimelineHow { get; }
}
