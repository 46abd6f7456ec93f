using PaymentBot.Bot.Conversation;
using PaymentBot.Bot.Jobs;
using PaymentBot.Bot.People;
using PaymentBot.Bot.Settings;
using PaymentBot.Bot.Telegram;
using PaymentBot.Storage;
using Telegram.Bot.Types;

namespace PaymentBot.Bot.Groups;

/// <summary>Answers /login in a group with the way to the private chat, and nothing else there: codes are not looked at in groups.</summary>
/// <param name="settings">Whether people sign in at all.</param>
/// <param name="identity">Who the bot is.</param>
/// <param name="actors">Knows the language of a user.</param>
/// <param name="attempts">Counts attempts.</param>
/// <param name="jobs">The queues.</param>
/// <param name="logger">The log.</param>
public sealed partial class GroupPointer(
    BotSettings settings,
    BotIdentity identity,
    ActorFinder actors,
    AttemptLimit attempts,
    JobSender jobs,
    ILogger<GroupPointer> logger
)
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);

    /// <summary>Works on a message in a group.</summary>
    /// <param name="message">The message.</param>
    /// <param name="sender">Who wrote it.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="StorageException">The store failed; the update has to come again.</exception>
    public async Task HandleAsync(Message message, User sender, CancellationToken cancellationToken)
    {
        var command = ChatCommand.Parse(message.Text);
        if (!settings.SignsIn || command?.Is("login") != true)
        {
            return;
        }

        if (!await attempts.TryAsync($"pointer-{sender.Id}", 1, Interval, cancellationToken))
        {
            return;
        }

        try
        {
            var username = await identity.GetUsernameAsync(cancellationToken);
            if (command.Bot is null || string.Equals(command.Bot, username, StringComparison.OrdinalIgnoreCase))
            {
                var address = await identity.GetDeepLinkAsync("login", cancellationToken);
                var html = actors.PhrasesFor(sender).SignIn.OnlyInPrivate(address.AbsoluteUri);
                var notice = GroupAnswer.To(message, html);
                await jobs.DeliverAsync(notice, TimeSpan.Zero, cancellationToken);
            }
        }
        catch (TelegramApiException exception)
        {
            // Without its own name the bot cannot point anywhere; whoever asked will ask again.
            Log.Nameless(logger, exception.ErrorClass);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "/login in a group stays unanswered: getMe failed, {ErrorClass}.")]
        public static partial void Nameless(ILogger logger, TelegramErrorClass errorClass);
    }
}
