using System.Globalization;
using PaymentBot.Cards.Formats;
using PaymentBot.Cards.Groups;
using PaymentBot.Cards.Markup;

namespace PaymentBot.Cards.Words;

/// <summary>What the bot says about groups, in English.</summary>
internal sealed class EnglishGroupPhrases : IGroupPhrases
{
    public string NothingBound =>
        """
            No requests arrive here.

            An administrator of the group can change that: <code>/bind key</code>, with the group's key in the ERP.
            """;

    public string HowToBind =>
        """
            Write the group's key in the ERP, up to 64 characters without spaces, and a level if you like:

            <code>/bind treasury</code>: without the payee's account and tax number, files in private chats only
            <code>/bind treasury rounded</code>: amounts rounded as well, without purpose and comments
            <code>/bind treasury full</code>: everything, with the files

            To undo it: /unbind, what is bound: /where
            """;

    public string NotAllowed =>
        "This is for an administrator of the group who is connected to the bot and allowed to do it. If that is you, write /me to the bot in the private chat and ask the bot's operator.";

    public string CannotCheck => "Telegram did not answer, nothing has changed. Please try again in a minute.";

    public string Anonymous =>
        "The bot cannot see who writes in the name of the group or of a channel. Please turn anonymity off and write as yourself.";

    public string NotFollowed => "Requests no longer arrive here, this card stays as it is";

    public string Bound(string key, Redaction redaction) =>
        $"""
            Done: requests with the key {Key(key)} arrive here.
            {Shown(redaction)}
            """;

    public string RedactionChanged(string key, Redaction redaction) =>
        $"""
            Done: key {Key(key)}, the level has changed.
            {Shown(redaction)}
            Earlier cards change together with their requests; files already sent stay.
            """;

    public string BoundAlready(string key, Redaction redaction) =>
        $"""
            It is so already: requests with the key {Key(key)} arrive here.
            {Shown(redaction)}
            """;

    public string BoundElsewhere(string key) =>
        $"The key {Key(key)} is bound somewhere else. Unbind it there first: /unbind";

    public string PlaceTaken(string key) =>
        $"Requests with the key {Key(key)} arrive here already. To bind another one, unbind this one first: /unbind";

    public string SetByOperator(string key) =>
        $"The key {Key(key)} stands in the bot's settings, only an operator can change it.";

    public string Unbound(string key) => $"Done: requests with the key {Key(key)} no longer arrive here.";

    public string Where(string key, Redaction redaction, bool bySettings) =>
        $"""
            Requests with the key {Key(key)} arrive here{(bySettings ? ", so say the bot's settings" : string.Empty)}.
            {Shown(redaction)}
            """;

    public string Help(string url) =>
        $"""
            Payment requests can arrive here. Decisions are made <a href="{PhraseText.Href(
                url
            )}">in the private chat</a> only.

            /where: which requests arrive here
            /bind and /unbind: for an administrator of the group
            """;

    public string FilesInPrivateChat(int count) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"📎 {count} {Plural.English(count, "file", "files")}, in the private chat only"
        );

    public string OperatorBound(string key, string title, Redaction redaction, string who) =>
        $"The group {Title(title)} was bound to the key {Key(key)}, level {RedactionNames.Of(redaction)}, by {PhraseText.Html(who)}.";

    public string OperatorUnbound(string key, string title, string who) =>
        $"The group {Title(title)} was unbound from the key {Key(key)} by {PhraseText.Html(who)}.";

    public string OperatorTrouble(string keys, GroupTrouble trouble) =>
        $"⚠️ Requests with the key {Key(keys)} do not reach the group: {Why(trouble)}.";

    public string OperatorTroubleOver(string keys) => $"✅ Requests with the key {Key(keys)} reach the group again.";

    public string OperatorMoved(string keys, long chatId) =>
        $"The group with the key {Key(keys)} became a supergroup. Its new number: {PhraseText.Id(chatId)}. If it stands in the settings, please update them.";

    private static string Key(string key) => $"<code>{PhraseText.Html(key)}</code>";

    private static string Title(string title) => $"“{PhraseText.Html(title)}”";

    private static string Shown(Redaction redaction) =>
        redaction switch
        {
            Redaction.Full => "The cards show everything, and the files come with them.",
            Redaction.Rounded =>
                "The cards show rounded amounts, no account, no purpose and no comments. Files in private chats only.",
            _ => "The cards do not show the payee's account and tax number. Files in private chats only.",
        };

    private static string Why(GroupTrouble trouble) =>
        trouble switch
        {
            GroupTrouble.NoRights => "the bot may not write there",
            GroupTrouble.TopicClosed => "the topic is closed",
            GroupTrouble.TopicGone => "the topic was deleted",
            _ => "the bot was removed from it, or it no longer exists",
        };
}
