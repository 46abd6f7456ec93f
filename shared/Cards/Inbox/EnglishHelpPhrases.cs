namespace PaymentBot.Cards.Inbox;

/// <summary>Help in English.</summary>
public sealed class EnglishHelpPhrases : IHelpPhrases
{
    /// <inheritdoc />
    public string UnknownCommand => "The bot has no such command. What it can do: /help";

    /// <inheritdoc />
    public string UnknownText =>
        """
            The bot was not asking anything, so this message has changed nothing.

            Decisions are made with the buttons below a request. What waits for you: /pending. To find a request: /find and a payee, a number or an amount. More: /help
            """;

    /// <inheritdoc />
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

    /// <inheritdoc />
    public IReadOnlyList<BotCommandText> GroupCommands { get; } = [new("where", "Which requests this group sees")];

    /// <inheritdoc />
    public IReadOnlyList<BotCommandText> AdministratorCommands { get; } =
    [
        new("bind", "Show requests here: /bind treasury"),
        new("unbind", "Show none any more"),
        new("where", "Which requests this group sees"),
    ];

    /// <inheritdoc />
    public string Description =>
        "Approve payment requests right in Telegram. Requests that need your decision come here by themselves, with amount, payee, purpose and "
        + "documents. Approve or reject with a button below the request. To get linked, tap the button at the bottom.";

    /// <inheritdoc />
    public string ShortDescription => "Payment approval: decisions, progress and documents in one chat.";

    /// <inheritdoc />
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
