using System.Globalization;
using PaymentBot.Bot.Requests;
using PaymentBot.Functions.Erp;
using PaymentBot.Storage;

namespace PaymentBot.Functions.Commands;

/// <summary>Finds out when the ERP called last, and what waits for it.</summary>
internal static class ErpContactExamination
{
    /// <summary>Looks at the decisions that wait to be fetched.</summary>
    /// <param name="services">The bot's services.</param>
    /// <param name="what">The name of the finding.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public static async Task<Finding> WaitingAsync(
        IServiceProvider services,
        string what,
        CancellationToken cancellationToken
    )
    {
        try
        {
            var waiting = 0;
            var handed = 0;
            await foreach (var entry in services.GetRequiredService<DecisionOutbox>().ListAsync(cancellationToken))
            {
                waiting++;
                handed += entry.Handed ? 1 : 0;
            }

            return new Finding(
                true,
                what,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"the ERP fetches decisions (Erp__Mode=Pull); {waiting} wait, {handed} of them were handed out and are not acknowledged"
                )
            );
        }
        catch (StorageException exception)
        {
            return new Finding(false, what, $"what waits cannot be read ({exception.ErrorCode})");
        }
    }

    /// <summary>Looks at the last call let in, and the last one refused.</summary>
    /// <param name="services">The bot's services.</param>
    /// <param name="now">The time.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public static async Task<IReadOnlyList<Finding>> RunAsync(
        IServiceProvider services,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var notes = services.GetRequiredService<NoteStore>();
        try
        {
            var accepted = await notes.FindAsync(ErpContacts.Accepted, cancellationToken);
            var refused = await notes.FindAsync(ErpContacts.Refused, cancellationToken);
            var isRefusedLast = refused is not null && !(accepted?.At >= refused.At);
            return
            [
                new Finding(
                    accepted is not null,
                    "contact",
                    accepted is null
                        ? "the ERP has never called with a good signature"
                        : $"the ERP's last good call: {Describe(accepted, now)}"
                ),
                .. refused is null
                    ? []
                    : new[]
                    {
                        new Finding(!isRefusedLast, "refused", $"the last call refused: {Describe(refused, now)}"),
                    },
            ];
        }
        catch (StorageException exception)
        {
            return [new Finding(false, "contact", $"the last calls cannot be read ({exception.ErrorCode})")];
        }
    }

    private static string Describe(Note note, DateTimeOffset now) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{note.Text}, {note.At.UtcDateTime:yyyy-MM-dd HH:mm} UTC ({Math.Max(0, (now - note.At).TotalMinutes):F0} minutes ago)"
        );
}
