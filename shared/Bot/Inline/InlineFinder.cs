using PaymentBot.Bot.Conversation;
using PaymentBot.Bot.Delivery.Composition;
using PaymentBot.Bot.Search;
using PaymentBot.Storage;
using Telegram.Bot.Types;

namespace PaymentBot.Bot.Inline;

/// <summary>Finds what an inline query asks for.</summary>
/// <param name="viewers">Knows who may see what.</param>
/// <param name="search">Finds requests.</param>
/// <param name="cards">The time zone.</param>
/// <param name="timeProvider">The clock.</param>
public sealed class InlineFinder(
    ViewerFinder viewers,
    RequestSearch search,
    CardSettings cards,
    TimeProvider timeProvider
)
{
    private const int PageSize = 20;

    /// <summary>Finds a page.</summary>
    /// <param name="actor">Who asks.</param>
    /// <param name="query">What for.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="StorageException">The store failed; asking again is safe.</exception>
    public async ValueTask<SearchPage> FindAsync(Actor actor, InlineQuery query, CancellationToken cancellationToken)
    {
        var now = TimeZoneInfo.ConvertTime(timeProvider.GetUtcNow(), cards.TimeZone);
        var wanted = SearchText.Parse(query.Query, DateOnly.FromDateTime(now.DateTime));
        var viewer = await viewers.FindAsync(actor, cancellationToken);
        return await search.FindAsync(viewer, wanted, query.Offset, PageSize, cancellationToken);
    }
}
