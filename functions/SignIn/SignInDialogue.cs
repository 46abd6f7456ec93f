using PaymentBot.Delivery.Jobs;
using PaymentBot.Functions.Settings;
using PaymentBot.Functions.TelegramWebhook;
using PaymentBot.Identity;
using PaymentBot.Storage;
using PaymentBot.Telegram.Methods;
using PaymentBot.Telegram.Types;

namespace PaymentBot.Functions.SignIn;

/// <summary>
/// What is said about signing in, in a private chat. Every answer to a message goes out with the answer to the update; an update that comes again
/// finds the sign-in where it stands and is answered by that.
/// </summary>
/// <param name="settings">Whether people sign in at all.</param>
/// <param name="actors">Knows the language of a user.</param>
/// <param name="offer">Answers /login.</param>
/// <param name="finish">Takes codes.</param>
/// <param name="jobs">The queues.</param>
internal sealed class SignInDialogue(
    BotSettings settings,
    ActorFinder actors,
    LoginOffer offer,
    LoginFinish finish,
    JobSender jobs
)
{
    private const string LoginPayload = "login";

    /// <summary>Whether a message is about signing in, and this bot does that.</summary>
    /// <param name="message">The message.</param>
    public bool Concerns(Message message) =>
        settings.SignsIn
        && message is { Chat.IsPrivate: true, From.IsBot: false, SenderChat: null }
        && (AsksToSignIn(message.Text) || CodeIn(message.Text) is not null);

    /// <summary>Answers a message that is about signing in.</summary>
    /// <param name="message">The message.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>What to answer, or null for silence.</returns>
    /// <exception cref="StorageException">The store failed; the update has to come again.</exception>
    public async Task<SendMessage?> AnswerAsync(Message message, CancellationToken cancellationToken)
    {
        var sender = message.From!;
        var phrases = actors.PhrasesFor(sender);
        if (CodeIn(message.Text) is not { } code)
        {
            return await offer.OfferAsync(sender, phrases, cancellationToken);
        }

        var answer = await finish.FinishAsync(sender, phrases, code, agreed: false, cancellationToken);
        return answer switch
        {
            { Html: null } => null,
            { Asks: true } => PrivateReply.To(sender, answer.Html, ReplaceButtons.For(phrases, code)),
            _ => PrivateReply.To(sender, answer.Html),
        };
    }

    /// <summary>Whether a tap answers the question about another account.</summary>
    /// <param name="query">The tap.</param>
    public bool ConcernsTap(CallbackQuery query) =>
        settings.SignsIn
        && query is { Message.Chat.IsPrivate: true, From.IsBot: false }
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

    private static bool AsksToSignIn(string? text) =>
        ChatCommand.Parse(text) is { } command
        && (command.Is("login") || (command.Is("start") && command.Argument is LoginPayload));

    private static string? CodeIn(string? text) =>
        ChatCommand.Parse(text) is { } command && command.Is("start") && LoginTickets.IsCode(command.Argument)
            ? command.Argument
            : null;
}
