namespace PaymentBot.Cards.Inbox;

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
