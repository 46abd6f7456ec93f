using System.Collections.Concurrent;
using PaymentBot.Bot.Requests;
using PaymentBot.Erp.Problems;
using PaymentBot.Storage;

namespace PaymentBot.Functions.Erp;

/// <summary>
/// Remembers when the ERP called last, and when and why a call was refused last: what its programmer asks first. At most one note of a kind in a minute and process is written, so
/// that nobody outside can make the store busy.
/// </summary>
/// <param name="notes">Where it is remembered.</param>
/// <param name="timeProvider">The clock.</param>
/// <param name="logger">The log.</param>
public sealed partial class ErpContacts(NoteStore notes, TimeProvider timeProvider, ILogger<ErpContacts> logger)
{
    /// <summary>The topic of the last call let in.</summary>
    public const string Accepted = "erp-accepted";

    /// <summary>The topic of the last call refused.</summary>
    public const string Refused = "erp-refused";

    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<string, DateTimeOffset> _written = new(StringComparer.Ordinal);

    /// <summary>Notes a call. A store that does not take the note hinders nothing.</summary>
    /// <param name="request">The call.</param>
    /// <param name="problem">Why it is refused, or null.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async ValueTask NoteAsync(HttpRequest request, Problem? problem, CancellationToken cancellationToken)
    {
        var topic = problem is null ? Accepted : Refused;
        var now = timeProvider.GetUtcNow();
        if (_written.TryGetValue(topic, out var last) && now - last < Pause)
        {
            return;
        }

        _written[topic] = now;
        try
        {
            await notes.WriteAsync(topic, Describe(request, problem), cancellationToken);
        }
        catch (StorageException exception)
        {
            Log.NotNoted(logger, exception.ErrorCode);
        }
    }

    /// <summary>Method and kind of call; no identity out of the address, which anybody may have made up.</summary>
    private static string Describe(HttpRequest request, Problem? problem)
    {
        string[] kinds = ["notify", "people", "requests", "decisions"];
        var kind = Array.Find(
            kinds,
            name => request.Path.StartsWithSegments($"/api/erp/{name}", StringComparison.Ordinal)
        );
        var call = $"{request.Method} /api/erp/{kind}";
        return problem is null ? call : $"{call}: {problem.Code}";
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "The ERP's call is not noted: the storage answered {ErrorCode}.")]
        public static partial void NotNoted(ILogger logger, string errorCode);
    }
}
