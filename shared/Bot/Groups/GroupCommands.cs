using PaymentBot.Bot.Conversation;
using PaymentBot.Bot.Jobs;
using PaymentBot.Bot.People;
using PaymentBot.Bot.Telegram;
using PaymentBot.Storage;
using Telegram.Bot.Types;

namespace PaymentBot.Bot.Groups;

/// <summary>
/// Answers the commands of groups in the topic they were written in. Other bots may be there too: what is addressed to them, or is no command
/// of ours, is left alone. Who writes too many commands is not answered for a while, for a group bears 20 messages a minute.
/// </summary>
/// <param name="bind">Carries out /bind, /unbind and /where.</param>
/// <param name="loginPointer">Answers /login.</param>
/// <param name="identity">Who the bot is.</param>
/// <param name="actors">Knows the language of a user.</param>
/// <param name="attempts">Counts attempts.</param>
/// <param name="jobs">The queues.</param>
/// <param name="logger">The log.</param>
public sealed partial class GroupCommands(
    BindCommand bind,
    GroupPointer loginPointer,
    BotIdentity identity,
    ActorFinder actors,
    AttemptLimit attempts,
    JobSender jobs,
    ILogger<GroupCommands> logger
)
{
    private const int Burst = 8;

    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan AnonymousInterval = TimeSpan.FromHours(24);

    /// <summary>Works on a command.</summary>
    /// <param name="message">The message.</param>
    /// <param name="command">The command in it.</param>
    /// <param name="cancellationToken">Ends the work; doing it again is safe.</param>
    /// <exception cref="StorageException">The store failed; the update has to come again.</exception>
    public async Task HandleAsync(Message message, ChatCommand command, CancellationToken cancellationToken)
    {
        if (!IsOurs(command) || !await IsForUsAsync(command, cancellationToken))
        {
            return;
        }

        if (message is { SenderChat: not null, From: { } stand })
        {
            await ExplainAnonymityAsync(message, stand, cancellationToken);
        }
        else if (message is { SenderChat: null, From: { IsBot: false } sender })
        {
            await AnswerAsync(message, command, sender, cancellationToken);
        }
    }

    /// <summary>Commands that others have as well are ours only with our name.</summary>
    private static bool IsOurs(ChatCommand command) =>
        command.Name is "bind" or "unbind" or "where" or "login"
        || (command.Bot is not null && command.Name is "help" or "start");

    private async Task<bool> IsForUsAsync(ChatCommand command, CancellationToken cancellationToken)
    {
        if (command.Bot is null)
        {
            return true;
        }

        try
        {
            var username = await identity.GetUsernameAsync(cancellationToken);
            return string.Equals(command.Bot, username, StringComparison.OrdinalIgnoreCase);
        }
        catch (TelegramApiException exception)
        {
            // Without its own name the bot cannot know whether it is meant; whoever asked will ask again.
            Log.Nameless(logger, exception.ErrorClass);
            return false;
        }
    }

    /// <summary>Telegram puts a user of its own in the place of whoever writes; that user has no language.</summary>
    private async Task ExplainAnonymityAsync(Message message, User stand, CancellationToken cancellationToken)
    {
        if (await attempts.TryAsync($"anonymous-{message.Chat.Id}", 1, AnonymousInterval, cancellationToken))
        {
            await AnswerAsync(message, actors.PhrasesFor(stand).Groups.Anonymous, cancellationToken);
        }
    }

    private async Task AnswerAsync(
        Message message,
        ChatCommand command,
        User sender,
        CancellationToken cancellationToken
    )
    {
        if (command.Is("login"))
        {
            await loginPointer.HandleAsync(message, sender, cancellationToken);
            return;
        }

        if (!await attempts.TryAsync($"group-{message.Chat.Id}-{sender.Id}", Burst, Interval, cancellationToken))
        {
            return;
        }

        var words = actors.PhrasesFor(sender).Groups;
        string html;
        try
        {
            html = command.Name switch
            {
                "bind" => await bind.BindAsync(message, sender, command.Argument, words, cancellationToken),
                "unbind" => await bind.UnbindAsync(message, sender, words, cancellationToken),
                "where" => await bind.DescribeAsync(message, words, cancellationToken),
                _ => words.Help((await identity.GetDeepLinkAsync("group", cancellationToken)).AbsoluteUri),
            };
        }
        catch (TelegramApiException exception)
        {
            Log.Unanswered(logger, exception.Method, exception.ErrorClass);
            html = words.CannotCheck;
        }

        await AnswerAsync(message, html, cancellationToken);
    }

    private ValueTask AnswerAsync(Message message, string html, CancellationToken cancellationToken) =>
        jobs.DeliverAsync(GroupAnswer.To(message, html), TimeSpan.Zero, cancellationToken);

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "A command in a group stays unanswered: getMe failed, {ErrorClass}.")]
        public static partial void Nameless(ILogger logger, TelegramErrorClass errorClass);

        [LoggerMessage(2, LogLevel.Warning, "A command in a group was not carried out: {Method}, {ErrorClass}.")]
        public static partial void Unanswered(ILogger logger, string method, TelegramErrorClass errorClass);
    }
}
