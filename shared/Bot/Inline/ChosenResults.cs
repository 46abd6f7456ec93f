using PaymentBot.Bot.Delivery.Composition;
using PaymentBot.Bot.Delivery.Inline;
using PaymentBot.Bot.Delivery.Recipients;
using PaymentBot.Bot.People;
using PaymentBot.Bot.Requests;
using PaymentBot.Storage;
using Telegram.Bot.Types;

namespace PaymentBot.Bot.Inline;

/// <summary>
/// Takes in the results that were chosen: from then on the card that was sent follows its request. Telegram may tell of it late, twice or never; a card that the bot is
/// never told of stays as it was sent.
/// </summary>
/// <param name="signer">Proves that the result is one of ours, for this user.</param>
/// <param name="links">The links of people.</param>
/// <param name="requests">The snapshots.</param>
/// <param name="senders">Knows who may see what.</param>
/// <param name="targets">Knows the language of a person.</param>
/// <param name="cards">Takes cards in.</param>
/// <param name="logger">The log.</param>
public sealed partial class ChosenResults(
    InlineResultSigner signer,
    LinkStore links,
    RequestStore requests,
    IInlineSenders senders,
    TargetResolver targets,
    InlineCards cards,
    ILogger<ChosenResults> logger
)
{
    /// <summary>Takes one in. One that was forged, or whose chooser may not see the request, is left alone.</summary>
    /// <param name="chosen">What was chosen.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="StorageException">The store failed; the update has to come again.</exception>
    public async Task TakeAsync(ChosenInlineResult chosen, CancellationToken cancellationToken)
    {
        if (
            chosen.InlineMessageId is not { } messageId
            || signer.Read(chosen.ResultId, chosen.From.Id) is not { } result
            || await links.FindAsync(chosen.From.Id, cancellationToken) is not { } stored
            || await requests.GetAsync(result.Request, cancellationToken) is not { } request
            || !await senders.MaySeeAsync(stored.Link.ErpId, request.Request, cancellationToken)
        )
        {
            Log.Refused(logger, chosen.From.Id);
            return;
        }

        var link = stored.Link with { LanguageCode = chosen.From.LanguageCode ?? stored.Link.LanguageCode };
        var message = new InlineMessage(messageId, result.View, targets.LanguageOf(link), link.ErpId);
        await cards.AddAsync(result.Request, message, result.Hash, cancellationToken);
        Log.Taken(logger, result.Request.Value, link.ErpId.Value, result.View.ToString());
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "Inline card of request {RequestKey} sent by {Person}, {View}.")]
        public static partial void Taken(ILogger logger, string requestKey, string person, string view);

        [LoggerMessage(2, LogLevel.Warning, "Inline result chosen by user {UserId} is not followed.")]
        public static partial void Refused(ILogger logger, long userId);
    }
}
