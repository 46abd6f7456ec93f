using PaymentBot.Bot.Conversation;
using PaymentBot.Bot.Settings;
using PaymentBot.Bot.Telegram;
using PaymentBot.Cards.Inline;
using PaymentBot.Storage;
using Telegram.Bot.Requests;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;
using Telegram.Bot.Types.InlineQueryResults;

namespace PaymentBot.Bot.Inline;

/// <summary>Answers inline queries with the requests that the asker may see.</summary>
/// <param name="askers">Knows who asks.</param>
/// <param name="finder">Finds requests.</param>
/// <param name="results">Makes results.</param>
/// <param name="settings">What is disclosed.</param>
/// <param name="logger">The log.</param>
public sealed partial class InlineSearcher(
    InlineAskers askers,
    InlineFinder finder,
    InlineResults results,
    BotSettings settings,
    ILogger<InlineSearcher> logger
)
{
    /// <summary>Answers one query.</summary>
    /// <param name="query">The query.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The answer, for this user alone and never to be repeated from a cache; null when there is none to give now.</returns>
    /// <exception cref="StorageException">The store failed; Telegram asks again for half a minute.</exception>
    public async Task<AnswerInlineQueryRequest?> AnswerAsync(InlineQuery query, CancellationToken cancellationToken)
    {
        var asker = await askers.FindAsync(query.From, cancellationToken);
        var words = asker.Phrases.Inline;
        if (settings.Bot.InlineDisclosure == InlineDisclosure.Off)
        {
            return Pointer(query, words.OffButton, InlineStart.Guide);
        }

        if (asker.Link is not { } link)
        {
            return Pointer(query, words.SignInButton, InlineStart.Login);
        }

        if (link.Unreachable is not null)
        {
            return Pointer(query, words.UnblockButton, InlineStart.Guide);
        }

        try
        {
            return await SearchAsync(query, new Actor(link, asker.Phrases), cancellationToken);
        }
        catch (TelegramApiException exception)
        {
            Log.NoIdentity(logger, exception.ErrorClass);
            return null;
        }
    }

    private static AnswerInlineQueryRequest Answer(
        InlineQuery query,
        IReadOnlyList<InlineQueryResultArticle> found,
        string? next
    ) =>
        new()
        {
            InlineQueryId = query.Id,
            Results = found,
            IsPersonal = true,
            CacheTime = 0,
            NextOffset = next ?? string.Empty,
        };

    private static AnswerInlineQueryRequest Pointer(InlineQuery query, string text, string parameter)
    {
        var answer = Answer(query, [], null);
        answer.Button = new InlineQueryResultsButton { Text = text, StartParameter = parameter };
        return answer;
    }

    private async Task<AnswerInlineQueryRequest> SearchAsync(
        InlineQuery query,
        Actor actor,
        CancellationToken cancellationToken
    )
    {
        var page = await finder.FindAsync(actor, query, cancellationToken);
        var view = InlineRule.ViewFor(settings.Bot.InlineDisclosure, query.ChatType == ChatType.Sender);
        var found = await results.MakeAsync(page.Requests, view, actor, cancellationToken);
        Log.Answered(logger, actor.ErpId.Value, found.Count, page.Next is not null);
        if (found.Count > 0 || !string.IsNullOrEmpty(query.Offset))
        {
            return Answer(query, found, page.Next);
        }

        var words = actor.Phrases.Inline;
        return Pointer(query, page.Next is null ? words.NothingFoundButton : words.TooMuchButton, InlineStart.Guide);
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "Inline query of {Person}: {Count} results, more: {More}.")]
        public static partial void Answered(ILogger logger, string person, int count, bool more);

        [LoggerMessage(
            2,
            LogLevel.Warning,
            "Inline query not answered: Telegram did not say who the bot is ({ErrorClass})."
        )]
        public static partial void NoIdentity(ILogger logger, TelegramErrorClass errorClass);
    }
}
