using PaymentBot.Bot.Conversation;
using PaymentBot.Bot.Delivery.Inline;
using PaymentBot.Bot.Delivery.Sending;
using PaymentBot.Bot.Requests;
using PaymentBot.Cards.Inline;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;
using Telegram.Bot.Types.InlineQueryResults;

namespace PaymentBot.Bot.Inline;

/// <summary>Makes inline results out of requests.</summary>
/// <param name="composer">Makes the cards.</param>
/// <param name="signer">Signs the results.</param>
public sealed class InlineResults(InlineComposer composer, InlineResultSigner signer)
{
    /// <summary>Makes one for each request.</summary>
    /// <param name="found">The requests.</param>
    /// <param name="view">How their cards may look.</param>
    /// <param name="actor">Who asks.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="Telegram.TelegramApiException">Telegram did not say who the bot is; asking again is safe.</exception>
    public async ValueTask<IReadOnlyList<InlineQueryResultArticle>> MakeAsync(
        IEnumerable<StoredRequest> found,
        InlineView view,
        Actor actor,
        CancellationToken cancellationToken
    )
    {
        List<InlineQueryResultArticle> results = [];
        foreach (var request in found)
        {
            results.Add(await MakeAsync(request, view, actor, cancellationToken));
        }

        return results;
    }

    private async ValueTask<InlineQueryResultArticle> MakeAsync(
        StoredRequest found,
        InlineView view,
        Actor actor,
        CancellationToken cancellationToken
    )
    {
        var card = await composer.ComposeAsync(found, view, actor.Phrases.Language, cancellationToken);
        var entry = composer.Describe(found.Request, view, actor.Phrases.Language);
        return new InlineQueryResultArticle
        {
            Id = signer.Write(new InlineResult(found.Key, view, card.Hash), actor.TelegramUserId),
            Title = entry.Title,
            Description = entry.Description,
            InputMessageContent = new InputTextMessageContent
            {
                MessageText = card.Html,
                ParseMode = ParseMode.Html,
                LinkPreviewOptions = LinkPreviewOptions.Disabled,
            },
            ReplyMarkup = TelegramKeyboard.Of(card.Keyboard),
        };
    }
}
