using PaymentBot.Bot.Conversation;
using PaymentBot.Bot.Delivery.Composition;
using PaymentBot.Bot.Inline;
using PaymentBot.Bot.Jobs;
using PaymentBot.Bot.People;
using PaymentBot.Bot.Settings;
using PaymentBot.Cards;
using PaymentBot.Storage;
using Telegram.Bot.Requests;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;
using Telegram.Bot.Types.ReplyMarkups;

namespace PaymentBot.Bot.SignIn;

/// <summary>
/// What is said about signing in, in a private chat. Every answer to a message goes out with the answer to the update; an update that comes again
/// finds the sign-in where it stands and is answered by that.
/// </summary>
/// <param name="settings">Whether people sign in at all.</param>
/// <param name="actors">Knows the language of a user.</param>
/// <param name="offer">Answers /login.</param>
/// <param name="finish">Takes codes.</param>
/// <param name="links">Knows the way to a request.</param>
/// <param name="jobs">The queues.</param>
public sealed class SignInDialogue(
    BotSettings settings,
    ActorFinder actors,
    LoginOffer offer,
    LoginFinish finish,
    IRequestLinks links,
    JobSender jobs
)
{
    private const string LoginPayload = "login";

    /// <summary>Whether a message is about signing in, and this bot does that.</summary>
    /// <param name="message">The message.</param>
    public bool Concerns(Message message) =>
        IsOwnWords(message) && (AsksToSignIn(message.Text) || CodeIn(message.Text) is not null);

    /// <summary>Answers a message that is about signing in.</summary>
    /// <param name="message">The message.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>What to answer, or null for silence.</returns>
    /// <exception cref="StorageException">The store failed; the update has to come again.</exception>
    public async Task<SendMessageRequest?> AnswerAsync(Message message, CancellationToken cancellationToken)
    {
        var sender = message.From!;
        var phrases = actors.PhrasesFor(sender);
        if (CodeIn(message.Text) is not { } code)
        {
            return await offer.OfferAsync(sender, phrases, null, cancellationToken);
        }

        var answer = await finish.FinishAsync(sender, phrases, code, agreed: false, cancellationToken);
        return answer switch
        {
            { Html: null } => null,
            { Asks: true } => PrivateReply.To(sender, answer.Html, ReplaceButtons.For(phrases, code)),
            { Linked: true } => PrivateReply.To(
                sender,
                answer.Html,
                await WaysOnAsync(answer.Sought, phrases, cancellationToken)
            ),
            _ => PrivateReply.To(sender, answer.Html),
        };
    }

    /// <summary>Offers a stranger who opens a request from a link to sign in; afterwards the request is one tap away.</summary>
    /// <param name="message">The message.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>The offer; null when the message opens no request, or the sender need not sign in.</returns>
    /// <exception cref="StorageException">The store failed; the update has to come again.</exception>
    public async Task<SendMessageRequest?> OfferBeforeRequestAsync(Message message, CancellationToken cancellationToken)
    {
        if (
            !IsOwnWords(message)
            || ChatCommand.Parse(message.Text) is not { Name: "start", Argument: { } payload }
            || RequestLink.Read(payload) is null
        )
        {
            return null;
        }

        var sender = message.From!;
        return await actors.FindAsync(sender, cancellationToken) is null
            ? await offer.OfferAsync(sender, actors.PhrasesFor(sender), payload, cancellationToken)
            : null;
    }

    /// <summary>Whether a tap answers the question about another account.</summary>
    /// <param name="query">The tap.</param>
    public bool ConcernsTap(CallbackQuery query) =>
        settings.SignsIn
        && query is { Message.Chat.Type: ChatType.Private, From.IsBot: false }
        && query.Message.Chat.Id == query.From.Id
        && ReplaceButtons.Read(query.Data) is not null;

    /// <summary>Takes the answer to the question about another account: the question goes, the outcome comes as a message.</summary>
    /// <param name="query">The tap.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="StorageException">The store failed; the update has to come again.</exception>
    public async Task<TapAnswer> AnswerTapAsync(CallbackQuery query, CancellationToken cancellationToken)
    {
        var sender = query.From;
        var phrases = actors.PhrasesFor(sender);
        var (replace, code) = ReplaceButtons.Read(query.Data)!.Value;
        var answer = replace
            ? await finish.FinishAsync(sender, phrases, code, agreed: true, cancellationToken)
            : await finish.KeepAsync(sender, phrases, code, cancellationToken);
        if (answer.Html is { } html)
        {
            await jobs.DeliverAsync(DeliveryJob.Notice(sender.Id, html), TimeSpan.Zero, cancellationToken);
        }

        var question = new DeliveryJob
        {
            Kind = DeliveryKind.Delete,
            ChatId = sender.Id,
            MessageId = query.Message!.MessageId,
        };
        return new TapAnswer(string.Empty, question);
    }

    private bool IsOwnWords(Message message) =>
        settings.SignsIn && message is { Chat.Type: ChatType.Private, From.IsBot: false, SenderChat: null };

    private async ValueTask<InlineKeyboardButton[]> WaysOnAsync(
        string? sought,
        IPhrases phrases,
        CancellationToken cancellationToken
    )
    {
        var search = InlineGuide.ButtonsOf(settings, phrases);
        return RequestLink.Read(sought) is { } request && await links.FindAsync(request, cancellationToken) is { } link
            ? [InlineKeyboardButton.WithUrl(phrases.SignIn.OpenRequest, link), .. search]
            : search;
    }

    private static bool AsksToSignIn(string? text) =>
        ChatCommand.Parse(text) is { } command
        && (command.Is("login") || (command.Is("start") && command.Argument is LoginPayload));

    private static string? CodeIn(string? text) =>
        ChatCommand.Parse(text) is { } command && command.Is("start") && LoginTickets.IsCode(command.Argument)
            ? command.Argument
            : null;
}
