namespace PaymentBot.Bot.Conversation;

/// <summary>A command as people write it: <c>/name</c>, <c>/name@bot</c>, <c>/name argument</c>.</summary>
/// <param name="Name">The name in lower case, without slash.</param>
/// <param name="Bot">The user name of the bot it is meant for, or null.</param>
/// <param name="Argument">What follows, without white space around it, or null.</param>
public sealed record ChatCommand(string Name, string? Bot, string? Argument)
{
    /// <summary>Reads a message.</summary>
    /// <param name="text">The message's text, or null.</param>
    /// <returns>The command, or null when it is none.</returns>
    public static ChatCommand? Parse(string? text)
    {
        if (text is not ['/', _, ..])
        {
            return null;
        }

        var end = text.AsSpan().IndexOfAny(" \n\t");
        var head = (end < 0 ? text : text[..end])[1..];
        var argument = end < 0 ? string.Empty : text[end..].Trim();
        var at = head.IndexOf('@', StringComparison.Ordinal);
        return new ChatCommand(
            (at < 0 ? head : head[..at]).ToLowerInvariant(),
            at < 0 ? null : head[(at + 1)..],
            argument.Length == 0 ? null : argument
        );
    }

    /// <summary>Whether it is the command of that name.</summary>
    /// <param name="name">The name in lower case, without slash.</param>
    public bool Is(string name) => string.Equals(Name, name, StringComparison.Ordinal);
}
