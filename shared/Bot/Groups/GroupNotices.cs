using PaymentBot.Bot.Conversation;
using PaymentBot.Bot.Delivery.Recipients;
using PaymentBot.Cards.Groups;

namespace PaymentBot.Bot.Groups;

/// <summary>Tells those who look after the bot what befalls groups.</summary>
/// <param name="operators">Those who look after the bot.</param>
public sealed class GroupNotices(OperatorNotices operators) : IGroupObserver
{
    /// <inheritdoc />
    public Task TroubleAsync(IReadOnlyList<string> keys, GroupTrouble trouble, CancellationToken cancellationToken) =>
        operators.GroupAsync(words => words.OperatorTrouble(Join(keys), trouble), cancellationToken);

    /// <inheritdoc />
    public Task TroubleOverAsync(IReadOnlyList<string> keys, CancellationToken cancellationToken) =>
        operators.GroupAsync(words => words.OperatorTroubleOver(Join(keys)), cancellationToken);

    /// <inheritdoc />
    public Task MovedAsync(IReadOnlyList<string> keys, long chatId, CancellationToken cancellationToken) =>
        operators.GroupAsync(words => words.OperatorMoved(Join(keys), chatId), cancellationToken);

    private static string Join(IReadOnlyList<string> keys) => string.Join(", ", keys);
}
