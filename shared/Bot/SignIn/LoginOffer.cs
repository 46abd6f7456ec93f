using PaymentBot.Bot.Conversation;
using PaymentBot.Bot.Delivery.Composition;
using PaymentBot.Bot.Inline;
using PaymentBot.Bot.People;
using PaymentBot.Bot.Settings;
using PaymentBot.Cards;
using PaymentBot.Storage;
using Telegram.Bot.Requests;
using Telegram.Bot.Types;
using Telegram.Bot.Types.ReplyMarkups;

namespace PaymentBot.Bot.SignIn;

/// <summary>
/// Answers /login with a button to the sign-in page. The ticket in its address goes straight into the answer: it lies in no queue and no log, and an
/// update that comes again gets a new one.
/// </summary>
/// <param name="tickets">The sign-ins on their way.</param>
/// <param name="attempts">Counts attempts.</param>
/// <param name="links">The links of people.</param>
/// <param name="targets">Knows the languages of people.</param>
/// <param name="settings">The public address.</param>
public sealed class LoginOffer(
    LoginTickets tickets,
    AttemptLimit attempts,
    LinkStore links,
    TargetResolver targets,
    BotSettings settings
)
{
    private const int Burst = 5;

    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);

    /// <summary>Offers a user to sign in.</summary>
    /// <param name="sender">The user.</param>
    /// <param name="phrases">The user's language.</param>
    /// <param name="sought">The payload of the link they came by, or null.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>What to answer.</returns>
    /// <exception cref="StorageException">The store failed; the update has to come again.</exception>
    public async Task<SendMessageRequest> OfferAsync(
        User sender,
        IPhrases phrases,
        string? sought,
        CancellationToken cancellationToken
    )
    {
        if (await links.FindAsync(sender.Id, cancellationToken) is { } stored)
        {
            var chosen = Phrases.For(targets.LanguageOf(stored.Link));
            return PrivateReply.To(
                sender,
                chosen.SignIn.AlreadyLinked(stored.Link.Name ?? sender.FirstName),
                InlineGuide.ButtonsOf(settings, chosen)
            );
        }

        if (!await attempts.TryAsync($"login-{sender.Id}", Burst, Interval, cancellationToken))
        {
            return PrivateReply.To(sender, phrases.SignIn.TooManyTries);
        }

        var ticket = await tickets.IssueAsync(SenderAccount.Of(sender), sought, cancellationToken);
        var address = $"{settings.Bot.PublicUrl!.TrimEnd('/')}{PublicPaths.OAuthStart}?ticket={ticket}";
        return PrivateReply.To(
            sender,
            phrases.SignIn.Offer((int)LoginTickets.TicketLifetime.TotalMinutes),
            InlineKeyboardButton.WithUrl(phrases.SignIn.OfferButton, address)
        );
    }
}
