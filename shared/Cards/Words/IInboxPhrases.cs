using PaymentBot.Approvals;

namespace PaymentBot.Cards.Words;

/// <summary>
/// What the bot says in a person's own lists, and about the way of one request. Toasts and buttons are plain text within Telegram's limits; everything
/// else is plain text, which the screens escape, or Telegram's HTML where it says so.
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

    /// <summary>HTML: how to get the way of a request, for /timeline without a number.</summary>
    string TimelineHow { get; }
}

/// <summary>What the settings say. Buttons are plain text of at most 64 characters, toasts of at most 200, the rest is plain text, which the screen escapes.</summary>
public interface ISettingsPhrases
{
    /// <summary>The heading.</summary>
    string Title { get; }

    /// <summary>The language in force; <paramref name="chosen"/> tells whether the reader chose it.</summary>
    string Language(bool chosen);

    /// <summary>Whether cards make a sound.</summary>
    string Sound(bool silent);

    /// <summary>The quiet hours, or that there are none.</summary>
    string QuietHours(string? hours);

    /// <summary>The time zone; <paramref name="chosen"/> tells whether the reader chose it.</summary>
    string TimeZone(string zone, bool chosen);

    /// <summary>That quiet hours and silence never delay a card.</summary>
    string NeverDelayed { get; }

    /// <summary>Button to the languages.</summary>
    string LanguageButton { get; }

    /// <summary>Button that turns the sound on or off; <paramref name="silent"/> is what holds now.</summary>
    string SoundButton(bool silent);

    /// <summary>Button to the quiet hours.</summary>
    string QuietHoursButton { get; }

    /// <summary>Button to the time zones.</summary>
    string TimeZoneButton { get; }

    /// <summary>Button back to the settings.</summary>
    string Back { get; }

    /// <summary>Above the languages.</summary>
    string ChooseLanguage { get; }

    /// <summary>Button: the language Telegram reports.</summary>
    string AsInTelegram { get; }

    /// <summary>Above the quiet hours: what they do and how to write one's own.</summary>
    string ChooseQuietHours { get; }

    /// <summary>Button: no quiet hours.</summary>
    string NoQuietHours { get; }

    /// <summary>Above the time zones: what they are for and how to write another.</summary>
    string ChooseTimeZone { get; }

    /// <summary>Button: the company's time zone.</summary>
    string CompanyTimeZone(string zone);

    /// <summary>The name of a time zone that is offered, by its IANA name; the IANA name itself for any other.</summary>
    string Zone(string id);

    /// <summary>Toast: the choice holds.</summary>
    string Saved { get; }

    /// <summary>Telegram's HTML: a time zone that nobody knows was written; <paramref name="zone"/> is from outside.</summary>
    string UnknownZone(string zone);
}

/// <summary>Help, and what the bot says of itself before anybody has asked.</summary>
public interface IHelpPhrases
{
    /// <summary>Telegram's HTML: how to use the bot, for the parts the reader has in it.</summary>
    string Tell(HelpTopics topics);

    /// <summary>Telegram's HTML: a command the bot does not know.</summary>
    string UnknownCommand { get; }

    /// <summary>Telegram's HTML: text that answers no question; said once in a while.</summary>
    string UnknownText { get; }

    /// <summary>The commands of a private chat, without slash, with descriptions of 1 to 256 characters
    /// (https://core.telegram.org/bots/api#setmycommands).</summary>
    IReadOnlyList<BotCommandText> PrivateCommands { get; }

    /// <summary>The commands of a group for everybody there.</summary>
    IReadOnlyList<BotCommandText> GroupCommands { get; }

    /// <summary>The commands of a group for its administrators.</summary>
    IReadOnlyList<BotCommandText> AdministratorCommands { get; }

    /// <summary>What the bot can do, shown in its empty chat: plain text of 1 to 512 characters
    /// (https://core.telegram.org/bots/api#setmydescription).</summary>
    string Description { get; }

    /// <summary>The same in one line, shown on its profile: plain text of 1 to 120 characters
    /// (https://core.telegram.org/bots/api#setmyshortdescription).</summary>
    string ShortDescription { get; }
}

/// <summary>Which parts a reader has in the bot.</summary>
[Flags]
public enum HelpTopics
{
    /// <summary>None that is known.</summary>
    None = 0,

    /// <summary>Decides on requests.</summary>
    Deciding = 1,

    /// <summary>Makes requests.</summary>
    Initiating = 2,

    /// <summary>May tie groups to the bot.</summary>
    Groups = 4,

    /// <summary>Looks after the bot.</summary>
    Operating = 8,

    /// <summary>Signs in with Google, and not through an operator.</summary>
    SigningIn = 16,
}

/// <summary>A command of the bot with its description in one language.</summary>
/// <param name="Command">1 to 32 of <c>a-z0-9_</c>, without the slash.</param>
/// <param name="Description">1 to 256 characters.</param>
public sealed record BotCommandText(string Command, string Description);
