using System.Globalization;
using PaymentBot.Approvals;
using PaymentBot.Cards.Formats;
using PaymentBot.Cards.Markup;

namespace PaymentBot.Cards.Words;

/// <summary>A person's own lists in English.</summary>
internal sealed class EnglishInboxPhrases : IInboxPhrases
{
    public ISettingsPhrases Settings { get; } = new EnglishSettingsPhrases();

    public IHelpPhrases Help { get; } = new EnglishHelpPhrases();

    public string OpenHint => "Tap a number to open the request.";

    public string PageBefore => "← Back";

    public string PageAfter => "More →";

    public string FindHow =>
        """
            What should be found? Write a payee, a number, an amount or a time after the command:

            /find romashka
            /find 123
            /find &gt;1m
            /find week
            """;

    public string ListGone => "This list is out of date. Please send the command again.";

    public string CardBelow => "The request is at the bottom of the chat";

    public string NotFound => "There is no such request, or it is not yours to see.";

    public string TimelineHow =>
        "The progress of a request is behind the “Progress” button below it. Or write its number: /timeline 123";

    public string Title(InboxKind kind, int? count) =>
        kind switch
        {
            InboxKind.Pending => string.Create(CultureInfo.InvariantCulture, $"Waiting for your decision: {count}"),
            InboxKind.Mine => "Your requests",
            InboxKind.History => "Requests you decided on",
            _ => "Requests found",
        };

    public string Empty(InboxKind kind) =>
        kind switch
        {
            InboxKind.Pending => "Nothing needs your decision now.",
            InboxKind.Mine => "There are no requests of yours in the bot yet.",
            InboxKind.History => "There are no decisions of yours in the bot yet.",
            _ => "Nothing found among the requests you may see.",
        };

    public string Total(string amounts) => $"Total: {amounts}";

    public string MoreCurrencies(int count) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"and {count} more {Plural.English(count, "currency", "currencies")}"
        );

    public string OnlyFirst(int count) =>
        string.Create(CultureInfo.InvariantCulture, $"Only the first {count} are counted, there are more.");

    public string Overdue(string moment) => $"was due {moment}";

    public string Refresh(int page, int? pages) =>
        pages is { } count
            ? string.Create(CultureInfo.InvariantCulture, $"🔄 {page} of {count}")
            : string.Create(CultureInfo.InvariantCulture, $"🔄 page {page}");

    public string CardMoved(string number) => $"Request {PhraseText.Html(number)} is now further down in this chat.";

    public string Timeline(string number) => $"Progress of {number}";

    public string Created(string moment, string name) => $"Created {moment}: {name}";

    public string Took(string duration) => $"the stage took {duration}";

    public string Waits(string duration) => $"waiting for {duration}";

    public string Altogether(string duration, RequestStatus status) =>
        status == RequestStatus.Pending ? $"In approval for {duration}." : $"The approval took {duration}.";

    public string AsOf(string moment) => $"As of {moment}.";
}

/// <summary>The settings in English.</summary>
internal sealed class EnglishSettingsPhrases : ISettingsPhrases
{
    public string Title => "Settings";

    public string NeverDelayed =>
        "Requests always come at once: a payment may be urgent. In quiet hours they come without a sound.";

    public string LanguageButton => "🌐 Language";

    public string QuietHoursButton => "🌙 Quiet hours";

    public string TimeZoneButton => "🕓 Time zone";

    public string Back => "← Back";

    public string ChooseLanguage => "Which language should the bot speak to you?";

    public string AsInTelegram => "As in Telegram";

    public string ChooseQuietHours =>
        "In quiet hours requests come as always, but without a sound.\n\n"
        + "Choose the hours or write your own, such as 22:30-7:45. You can add a time zone: 22:30-7:45 Asia/Omsk.";

    public string NoQuietHours => "No quiet hours";

    public string ChooseTimeZone =>
        "Quiet hours and the times on requests follow this zone.\n\n"
        + "Choose one or write a name out of the IANA database, such as Asia/Tokyo.";

    public string Saved => "Saved";

    public string Language(bool chosen) => chosen ? "Language: English" : "Language: English, as in Telegram";

    public string Sound(bool silent) => silent ? "Sound: off" : "Sound: on";

    public string QuietHours(string? hours) => hours is null ? "Quiet hours: none" : $"Quiet hours: {hours}";

    public string TimeZone(string zone, bool chosen) =>
        chosen ? $"Time zone: {zone}" : $"Time zone: {zone}, as in the company";

    public string SoundButton(bool silent) => silent ? "🔔 Turn sound on" : "🔕 Turn sound off";

    public string CompanyTimeZone(string zone) => $"As in the company: {zone}";

    public string Zone(string id) =>
        id switch
        {
            "Europe/Kaliningrad" => "Kaliningrad",
            "Europe/Moscow" => "Moscow",
            "Europe/Samara" => "Samara",
            "Asia/Yekaterinburg" => "Yekaterinburg",
            "Asia/Omsk" => "Omsk",
            "Asia/Krasnoyarsk" => "Krasnoyarsk",
            "Asia/Irkutsk" => "Irkutsk",
            "Asia/Yakutsk" => "Yakutsk",
            "Asia/Vladivostok" => "Vladivostok",
            "Asia/Magadan" => "Magadan",
            "Asia/Kamchatka" => "Kamchatka",
            "Europe/London" => "London",
            _ => id,
        };

    public string UnknownZone(string zone) =>
        $"The bot does not know the time zone “{PhraseText.Html(zone)}”, nothing has changed. It takes names out of the IANA database, such as 22:30-7:45 Asia/Omsk";
}

/// <summary>Help in English.</summary>
internal sealed class EnglishHelpPhrases : IHelpPhrases
{
    public string UnknownCommand => "The bot has no such command. What it can do: /help";

    public string UnknownText =>
        """
            The bot was not asking anything, so this message has changed nothing.

            Decisions are made with the buttons below a request. What waits for you: /pending. To find a request: /find and a payee, a number or an amount. More: /help
            """;

    public IReadOnlyList<BotCommandText> PrivateCommands { get; } =
    [
        new("pending", "What waits for your decision"),
        new("mine", "Your requests"),
        new("history", "Your decisions"),
        new("find", "Find a request"),
        new("timeline", "Progress of a request"),
        new("settings", "Language, sound, quiet hours"),
        new("help", "How to use the bot"),
        new("me", "Who you are here"),
        new("login", "Sign in"),
        new("logout", "Sign out"),
    ];

    public IReadOnlyList<BotCommandText> GroupCommands { get; } = [new("where", "Which requests this group sees")];

    public IReadOnlyList<BotCommandText> AdministratorCommands { get; } =
    [
        new("bind", "Show requests here: /bind treasury"),
        new("unbind", "Show none any more"),
        new("where", "Which requests this group sees"),
    ];

    public string Description =>
        "Approve payment requests right in Telegram. Requests that need your decision come here by themselves, with amount, payee, purpose and "
        + "documents. Approve or reject with a button below the request. To get linked, tap the button at the bottom.";

    public string ShortDescription => "Payment approval: decisions, progress and documents in one chat.";

    public string Tell(HelpTopics topics)
    {
        var parts = new List<string> { "Payment requests that concern you come here by themselves." };
        void Add(HelpTopics topic, string text)
        {
            if (topics.HasFlag(topic))
            {
                parts.Add(text);
            }
        }

        Add(HelpTopics.Deciding, Deciding);
        Add(HelpTopics.Initiating, Initiating);
        parts.Add(Searching);
        Add(HelpTopics.Groups, Groups);
        Add(HelpTopics.Operating, Operating);
        parts.Add(
            topics.HasFlag(HelpTopics.SigningIn) ? Account : $"{Account}\n\nAn administrator links and unlinks people."
        );
        return string.Join("\n\n", parts);
    }

    private const string Deciding = """
        <b>Decisions</b>
        • “Approve” and “Reject” below a request. A rejection needs a reason.
        • A decision counts once the ERP has taken it: the request updates itself.
        • /pending: what waits for your decision, and how much it is
        • /history: your decisions
        """;

    private const string Initiating = """
        <b>Your requests</b>
        • Every step of the approval shows on the request.
        • /mine: all your requests
        """;

    private const string Searching = """
        <b>Find and look</b>
        • /find and a payee, number, amount or time: /find romashka
        • Documents and progress: buttons below a request
        """;

    private const string Groups = """
        <b>Groups</b>
        • Add the bot to a group and write /bind treasury there: the group will see the treasury's requests, without decision buttons.
        • /where: what a group sees, /unbind: show none any more
        """;

    private const string Operating = """
        <b>You are the operator</b>
        • Faults come here: a decision did not reach the ERP, a sign-in was stopped, a person cannot be reached.
        • To check the installation on the server: paymentbot doctor
        """;

    private const string Account = """
        <b>For you</b>
        • /settings: language, sound, quiet hours
        • /me: who you are here, /logout: sign out
        """;
}
