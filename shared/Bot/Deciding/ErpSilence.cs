using PaymentBot.Bot.Conversation;
using PaymentBot.Bot.Requests;
using PaymentBot.Storage;

namespace PaymentBot.Bot.Deciding;

/// <summary>Tells operators once that nobody fetches decisions, and once again when it happens anew.</summary>
/// <param name="notes">Remembers what operators were told.</param>
/// <param name="operators">Those who look after the bot.</param>
public sealed class ErpSilence(NoteStore notes, OperatorNotices operators)
{
    private const string Told = "erp-silent";

    /// <summary>Notes how many decisions wait too long.</summary>
    /// <param name="late">How many.</param>
    /// <param name="cancellationToken">Ends the work; noting again is safe.</param>
    /// <exception cref="StorageException">The store failed; noting again is safe.</exception>
    public async Task NoteAsync(int late, CancellationToken cancellationToken)
    {
        var told = await notes.FindAsync(Told, cancellationToken);
        if (late == 0 && told is not null)
        {
            await notes.ForgetAsync(Told, cancellationToken);
        }
        else if (late > 0 && told is null)
        {
            await operators.ErpSilentAsync(late, cancellationToken);
            await notes.WriteAsync(Told, string.Empty, cancellationToken);
        }
    }
}
