using PaymentBot.Storage;
using Telegram.Bot.Types;

namespace PaymentBot.Bot.Conversation;

/// <summary>Hands taps on buttons of menus to their menu. A tap counts only from a linked person in that person's own chat with the bot.</summary>
/// <param name="menus">The menus.</param>
/// <param name="actors">Knows who is who.</param>
/// <param name="handled">Remembers what was done.</param>
/// <param name="logger">The log.</param>
public sealed partial class MenuTaps(
    IEnumerable<IMenu> menus,
    ActorFinder actors,
    HandledUpdates handled,
    ILogger<MenuTaps> logger
)
{
    private const char Separator = ':';

    private readonly Dictionary<string, IMenu> _menus = menus.ToDictionary(menu => menu.Prefix, StringComparer.Ordinal);

    /// <summary>Whether a tap is on a button of a menu. The data of cards is base64url and has no colon.</summary>
    /// <param name="query">The tap.</param>
    public bool Concerns(CallbackQuery query) => Find(query.Data) is not null;

    /// <summary>Works on a tap that concerns a menu.</summary>
    /// <param name="updateId">The update it came in.</param>
    /// <param name="query">The tap.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>The words for the tapper; empty when there are none.</returns>
    /// <exception cref="StorageException">The store failed; the update has to come again.</exception>
    public async Task<string> HandleAsync(long updateId, CallbackQuery query, CancellationToken cancellationToken)
    {
        if (await actors.FindAsync(query.From, cancellationToken) is not { } actor)
        {
            return actors.PhrasesFor(query.From).NotLinked;
        }

        if (Find(query.Data) is not { } menu || query.Message is not { } message || message.Chat.Id != query.From.Id)
        {
            Log.Elsewhere(logger, query.From.Id, query.Message?.Chat.Id);
            return actor.Phrases.ButtonNotYours;
        }

        var words = query.Data!.Split(Separator)[1..];
        var tap = new MenuTap(updateId, actor, message.MessageId, message.Text, words);
        return await handled.OnceAsync(updateId, token => menu.TapAsync(tap, token), cancellationToken);
    }

    private IMenu? Find(string? data)
    {
        var end = data?.IndexOf(Separator, StringComparison.Ordinal) ?? -1;
        return end > 0 ? _menus.GetValueOrDefault(data![..end]) : null;
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "Tap refused: user {TelegramUserId} used a menu in chat {ChatId}.")]
        public static partial void Elsewhere(ILogger logger, long telegramUserId, long? chatId);
    }
}
