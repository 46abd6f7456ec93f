using System.Security.Cryptography;
using PaymentBot.Bot.Conversation;
using PaymentBot.Bot.People;
using PaymentBot.Bot.SignIn.Google;
using PaymentBot.Storage;

namespace PaymentBot.Bot.SignIn;

/// <summary>
/// Asks Google once a day for each person who signed in whether the account still stands. Only Google's own no unlinks; a Google that does not answer
/// is no reason.
/// </summary>
/// <param name="links">The links of people.</param>
/// <param name="tokens">Asks Google.</param>
/// <param name="changes">Removes links.</param>
/// <param name="people">Tells people.</param>
/// <param name="operators">Tells those who look after the bot.</param>
/// <param name="timeProvider">The clock.</param>
/// <param name="logger">The log.</param>
public sealed partial class GoogleAccountCheck(
    LinkStore links,
    GoogleTokens tokens,
    LinkChanges changes,
    PersonNotices people,
    OperatorNotices operators,
    TimeProvider timeProvider,
    ILogger<GoogleAccountCheck> logger
)
{
    /// <summary>The most accounts in one run, any of those due; the rest goes next time.</summary>
    private const int MostPerRun = 500;

    /// <summary>After so many silences in a row Google is not asked any more in this run.</summary>
    private const int Patience = 5;

    private static readonly TimeSpan Interval = TimeSpan.FromHours(24);

    /// <summary>Checks whoever is due.</summary>
    /// <param name="cancellationToken">Ends the work; what is left goes next time.</param>
    /// <exception cref="StorageException">The store failed; running again is safe.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var due = await ListDueAsync(cancellationToken);
        var counts = new Dictionary<GoogleTokenState, int>();
        var silences = 0;
        foreach (var link in due)
        {
            if (await tokens.CheckAsync(link, cancellationToken) is not { } state)
            {
                continue;
            }

            counts[state] = counts.GetValueOrDefault(state) + 1;
            silences = state == GoogleTokenState.Unknown ? silences + 1 : 0;
            await ConcludeAsync(link, state, cancellationToken);
            if (silences == Patience)
            {
                break;
            }
        }

        if (due.Length > 0)
        {
            Log.Checked(
                logger,
                counts.GetValueOrDefault(GoogleTokenState.Alive),
                counts.GetValueOrDefault(GoogleTokenState.Revoked),
                counts.GetValueOrDefault(GoogleTokenState.Unknown),
                due.Length - counts.Values.Sum()
            );
        }
    }

    private async Task<Link[]> ListDueAsync(CancellationToken cancellationToken)
    {
        var oldest = timeProvider.GetUtcNow() - Interval;
        List<Link> due = [];
        await foreach (var link in links.ListAsync(cancellationToken))
        {
            if (link.RefreshToken is not null && link.VerifiedAt <= oldest)
            {
                due.Add(link);
            }
        }

        // In any order: a few about which Google never says anything must not keep the others from being asked about.
        var picked = due.ToArray();
        RandomNumberGenerator.Shuffle<Link>(picked);
        return [.. picked.Take(MostPerRun)];
    }

    private async Task ConcludeAsync(Link link, GoogleTokenState state, CancellationToken cancellationToken)
    {
        if (state == GoogleTokenState.Unknown)
        {
            return;
        }

        // The person may have signed in anew meanwhile: Google's word was about the token that was asked with.
        var stored = await links.FindAsync(link.TelegramUserId, cancellationToken);
        if (stored is null || stored.Link.RefreshToken != link.RefreshToken)
        {
            return;
        }

        if (state == GoogleTokenState.Alive)
        {
            var renewed = stored.Link with { VerifiedAt = timeProvider.GetUtcNow() };
            await links.UpdateAsync(stored, renewed, cancellationToken);
            return;
        }

        await changes.RemoveAsync(link.TelegramUserId, cancellationToken);
        Log.Taken(logger, link.TelegramUserId, link.ErpId.Value);
        await people.TellAsync(link, phrases => phrases.SignIn.GoogleTaken, cancellationToken);
        await operators.GoogleTakenAsync(link, cancellationToken);
    }

    private static partial class Log
    {
        [LoggerMessage(
            1,
            LogLevel.Information,
            "Google accounts: {Alive} stand, {Revoked} are gone, {Unknown} without an answer, {Left} not asked about."
        )]
        public static partial void Checked(ILogger logger, int alive, int revoked, int unknown, int left);

        [LoggerMessage(
            2,
            LogLevel.Warning,
            "Security: Google no longer vouches for person {ErpId}; Telegram user {TelegramUserId} is unlinked."
        )]
        public static partial void Taken(ILogger logger, long telegramUserId, string erpId);
    }
}
