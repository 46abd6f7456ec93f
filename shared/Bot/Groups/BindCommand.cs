using PaymentBot.Bot.Conversation;
using PaymentBot.Bot.Delivery.Recipients;
using PaymentBot.Bot.Telegram;
using PaymentBot.Cards.Groups;
using PaymentBot.Cards.Words;
using PaymentBot.Storage;
using Telegram.Bot.Types;

namespace PaymentBot.Bot.Groups;

/// <summary>Carries out /bind and /unbind. Every change is told to the operators.</summary>
/// <param name="right">Knows who may.</param>
/// <param name="binder">Binds.</param>
/// <param name="watch">Learns that the bot is in the group.</param>
/// <param name="backlog">The cards that the group lacks.</param>
/// <param name="operators">Those who look after the bot.</param>
/// <param name="timeProvider">The clock.</param>
public sealed class BindCommand(
    BindRight right,
    GroupBinder binder,
    GroupWatch watch,
    GroupBacklog backlog,
    OperatorNotices operators,
    TimeProvider timeProvider
)
{
    /// <summary>Binds a key to the place where the command was written.</summary>
    /// <param name="message">The command.</param>
    /// <param name="user">Who wrote it.</param>
    /// <param name="argument">What follows it, or null.</param>
    /// <param name="words">What to say.</param>
    /// <param name="cancellationToken">Ends the work; doing it again is safe.</param>
    /// <returns>The answer, in Telegram's HTML.</returns>
    /// <exception cref="StorageException">The store failed; doing it again is safe.</exception>
    /// <exception cref="TelegramApiException">Telegram did not say whether they may; doing it again is safe.</exception>
    public async Task<string> BindAsync(
        Message message,
        User user,
        string? argument,
        IGroupPhrases words,
        CancellationToken cancellationToken
    )
    {
        if (await right.FindAsync(message.Chat, user, cancellationToken) is not { } person)
        {
            return words.NotAllowed;
        }

        if (BindRequest.Parse(argument) is not { } request)
        {
            return words.HowToBind;
        }

        await watch.BackAsync(message.Chat.Id, cancellationToken);
        var binding = new GroupBinding
        {
            Key = request.Key,
            Place = PlaceOf(message) with { Redaction = request.Redaction, Language = request.Language },
            BoundBy = person.ErpId,
            BoundAt = timeProvider.GetUtcNow(),
        };
        var outcome = await binder.BindAsync(binding, cancellationToken);
        if (outcome is BindOutcome.Bound or BindOutcome.Changed)
        {
            var title = message.Chat.Title ?? string.Empty;
            await operators.GroupAsync(
                told => told.OperatorBound(request.Key, title, request.Redaction, person.Name),
                cancellationToken
            );
        }

        if (outcome is BindOutcome.Bound or BindOutcome.Changed or BindOutcome.Unchanged)
        {
            await backlog.ResumeAsync(request.Key, cancellationToken);
        }

        return Explain(outcome, request, words);
    }

    /// <summary>Unbinds whatever is bound to the place where the command was written.</summary>
    /// <param name="message">The command.</param>
    /// <param name="user">Who wrote it.</param>
    /// <param name="words">What to say.</param>
    /// <param name="cancellationToken">Ends the work; doing it again is safe.</param>
    /// <returns>The answer, in Telegram's HTML.</returns>
    /// <exception cref="StorageException">The store failed; doing it again is safe.</exception>
    /// <exception cref="TelegramApiException">Telegram did not say whether they may; doing it again is safe.</exception>
    public async Task<string> UnbindAsync(
        Message message,
        User user,
        IGroupPhrases words,
        CancellationToken cancellationToken
    )
    {
        if (await right.FindAsync(message.Chat, user, cancellationToken) is not { } person)
        {
            return words.NotAllowed;
        }

        if (await binder.UnbindAsync(PlaceOf(message), cancellationToken) is not { } unbound)
        {
            return words.NothingBound;
        }

        if (unbound.Configured)
        {
            return words.SetByOperator(unbound.Key);
        }

        var title = message.Chat.Title ?? string.Empty;
        await operators.GroupAsync(told => told.OperatorUnbound(unbound.Key, title, person.Name), cancellationToken);
        return words.Unbound(unbound.Key);
    }

    /// <summary>Tells what is bound to the place where the command was written.</summary>
    /// <param name="message">The command.</param>
    /// <param name="words">What to say.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The answer, in Telegram's HTML.</returns>
    /// <exception cref="StorageException">The store failed; doing it again is safe.</exception>
    public async Task<string> DescribeAsync(
        Message message,
        IGroupPhrases words,
        CancellationToken cancellationToken
    ) =>
        await binder.FindHereAsync(PlaceOf(message), cancellationToken) is { } here
            ? words.Where(here.Key, here.Target.Place.Redaction, here.Target.BySettings)
            : words.NothingBound;

    private static GroupPlace PlaceOf(Message message) =>
        new(message.Chat.Id, GroupAnswer.TopicOf(message), Redaction.Account);

    private static string Explain(BindOutcome outcome, BindRequest request, IGroupPhrases words) =>
        outcome switch
        {
            BindOutcome.Bound => words.Bound(request.Key, request.Redaction),
            BindOutcome.Changed => words.RedactionChanged(request.Key, request.Redaction),
            BindOutcome.Unchanged => words.BoundAlready(request.Key, request.Redaction),
            BindOutcome.PlaceTaken taken => words.PlaceTaken(taken.Key),
            BindOutcome.Configured => words.SetByOperator(request.Key),
            _ => words.BoundElsewhere(request.Key),
        };
}
