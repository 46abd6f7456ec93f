using System.Globalization;
using PaymentBot.Bot.People;
using PaymentBot.Storage;

namespace PaymentBot.Bot.Conversation;

/// <summary>Lets what the bot did not ask for be answered once in a while: a second message in a row gets silence.</summary>
/// <param name="attempts">Counts.</param>
public sealed class UnaskedText(AttemptLimit attempts)
{
    private static readonly TimeSpan Once = TimeSpan.FromMinutes(10);

    /// <summary>Answers.</summary>
    /// <param name="telegramUserId">Who wrote.</param>
    /// <param name="answer">What to say, in Telegram's HTML.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The answer, or null for silence.</returns>
    /// <exception cref="StorageException">The store failed; answering again is safe.</exception>
    public async ValueTask<string?> AnswerAsync(long telegramUserId, string answer, CancellationToken cancellationToken)
    {
        var key = string.Create(CultureInfo.InvariantCulture, $"unasked-{telegramUserId}");
        return await attempts.TryAsync(key, 1, Once, cancellationToken) ? answer : null;
    }
}
