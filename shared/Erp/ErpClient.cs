using System.Net;
using System.Net.Http.Headers;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PaymentBot.Approvals;
using PaymentBot.Erp.Problems;
using PaymentBot.Erp.Signatures;
using PaymentBot.Erp.Snapshots;

namespace PaymentBot.Erp;

/// <summary>
/// Hands decisions to the ERP. One call is one attempt: when to try again is the caller's to decide. Safe for concurrent
/// use. Neither logs nor results hold the key or any payment text.
/// </summary>
public sealed partial class ErpClient : IDisposable
{
    private const int TooEarly = 425;

    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(1);

    private readonly Uri _address;
    private readonly ErpTransport _transport;
    private readonly WebhookSigner _signer;
    private readonly AnswerReader _answers;
    private readonly TimeProvider _timeProvider;
    private readonly ILogger<ErpClient> _logger;

    /// <summary>Makes a client.</summary>
    /// <param name="handler">What sends the calls; it must not follow redirects and is not disposed of.</param>
    /// <param name="options">The address and the key.</param>
    /// <param name="snapshotReader">Reads the snapshots that come with answers.</param>
    /// <param name="timeProvider">The clock for signatures and the time-out.</param>
    /// <param name="logger">Where attempts are noted by id and status.</param>
    /// <exception cref="FormatException">There is no address or no key; the message names the setting of a wrong key.</exception>
    public ErpClient(
        [FromKeyedServices(ErpClientRegistration.HandlerKey)] HttpMessageHandler handler,
        ErpClientOptions options,
        SnapshotReader snapshotReader,
        TimeProvider timeProvider,
        ILogger<ErpClient> logger
    )
    {
        ArgumentNullException.ThrowIfNull(options);
        _address = new Uri(options.DecisionUrl, UriKind.Absolute);
        _transport = new ErpTransport(handler, timeProvider);
        _signer = options.SignerBy(timeProvider);
        _answers = new AnswerReader(snapshotReader);
        _timeProvider = timeProvider;
        _logger = logger;
    }

    /// <summary>
    /// Hands over one decision. Safe to repeat: the ERP applies a <see cref="Decision.Id"/> at most once.
    /// 408, 425, 429, 5xx, time-outs, network faults, redirects and answers that cannot be understood come back as
    /// <see cref="DecisionAnswer.Retry"/>, because the decision may or may not have been applied; any other 4xx as
    /// <see cref="DecisionAnswer.Rejected"/>.
    /// </summary>
    /// <param name="decision">The decision.</param>
    /// <param name="cancellationToken">Gives the attempt up; whether the ERP applied it is unknown then.</param>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled. Repeating is safe.</exception>
    public async Task<DecisionAnswer> SubmitAsync(Decision decision, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(decision);
        using var request = Signed(decision.Id, DecisionEvent.Write(decision));
        var attempt = await _transport.TryAsync(
            request,
            (response, token) => ReadAsync(decision.RequestId, response, token),
            cancellationToken
        );
        var answer = attempt.Value ?? new DecisionAnswer.Retry(null, attempt.Fault ?? "no answer");
        Note(decision.Id, answer, attempt.Elapsed);
        return answer;
    }

    /// <summary>Finds out whether anything answers at the ERP's address. Sends an unsigned GET, which decides nothing.</summary>
    /// <param name="cancellationToken">Gives the attempt up.</param>
    /// <returns>The status, of which 401, 404 and 405 are usual: nothing was signed or posted.</returns>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    public async Task<ErpKnock> PingAsync(CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, _address);
        return await KnockAsync(request, cancellationToken);
    }

    /// <summary>Finds out whether the ERP accepts the signature. Posts a signed event of type <see cref="DecisionEvent.PingType"/>, which decides nothing.</summary>
    /// <param name="cancellationToken">Gives the attempt up.</param>
    /// <returns>The status: with 401 and 403 the signature was not accepted, with anything else it was.</returns>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    public async Task<ErpKnock> KnockAsync(CancellationToken cancellationToken)
    {
        var id = $"ping_{Guid.NewGuid():N}";
        using var request = Signed(id, DecisionEvent.WritePing(id, _timeProvider.GetUtcNow()));
        return await KnockAsync(request, cancellationToken);
    }

    /// <inheritdoc />
    public void Dispose() => _transport.Dispose();

    /// <summary>A signed call; anew for each attempt, since the timestamp has to be fresh.</summary>
    private HttpRequestMessage Signed(string id, byte[] body)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, _address) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(DecisionEvent.ContentType);
        _signer.Sign(id, body).AddTo(request.Headers);
        return request;
    }

    private async Task<ErpKnock> KnockAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var attempt = await _transport.TryAsync(
            request,
            (response, _) => Task.FromResult(new ErpKnock((int)response.StatusCode, null, response.Headers.Date)),
            cancellationToken
        );
        return (attempt.Value ?? new ErpKnock(null, attempt.Fault, null)) with { Elapsed = attempt.Elapsed };
    }

    private async Task<DecisionAnswer> ReadAsync(
        RequestId requestId,
        HttpResponseMessage response,
        CancellationToken cancellationToken
    )
    {
        var status = (int)response.StatusCode;
        if (!response.IsSuccessStatusCode)
        {
            return FromStatus(status, WaitOf(response.Headers.RetryAfter));
        }

        var body = await ErpTransport.ReadBodyAsync(response, cancellationToken);
        return body is not null && _answers.Read(body, requestId) is { } answer
            ? answer
            : new DecisionAnswer.Retry(null, $"status {status} with an answer that cannot be understood");
    }

    private static DecisionAnswer FromStatus(int status, TimeSpan? retryAfter) =>
        status switch
        {
            >= 500 or (int)HttpStatusCode.RequestTimeout or TooEarly or (int)HttpStatusCode.TooManyRequests =>
                new DecisionAnswer.Retry(retryAfter, $"status {status}"),
            >= 400 => new DecisionAnswer.Rejected(status, $"status {status}"),
            _ => new DecisionAnswer.Retry(
                null,
                $"status {status}: redirects are not followed, set Erp__DecisionUrl to the final address"
            ),
        };

    /// <summary>The wait asked for (https://www.rfc-editor.org/rfc/rfc9110#section-10.2.3), 0 to 1 hour; null when the header is absent or nonsense.</summary>
    private TimeSpan? WaitOf(RetryConditionHeaderValue? header) =>
        (header?.Delta ?? header?.Date - _timeProvider.GetUtcNow()) is { } asked
            ? TimeSpan.FromTicks(Math.Clamp(asked.Ticks, 0, LongestWait.Ticks))
            : null;

    /// <summary>Notes what became of an attempt, by ids and codes only.</summary>
    private void Note(string decisionId, DecisionAnswer answer, TimeSpan elapsed)
    {
        switch (answer)
        {
            case DecisionAnswer.Applied applied:
                Log.Settled(_logger, decisionId, "applied", elapsed.TotalMilliseconds);
                NoteSnapshot(decisionId, applied.SnapshotProblem);
                break;
            case DecisionAnswer.Refused refused:
                Log.Settled(_logger, decisionId, "refused", elapsed.TotalMilliseconds);
                NoteSnapshot(decisionId, refused.SnapshotProblem);
                break;
            case DecisionAnswer.Retry retry:
                Log.NotSettled(_logger, decisionId, retry.Why, elapsed.TotalMilliseconds);
                break;
            case DecisionAnswer.Rejected rejected:
                Log.Rejected(_logger, decisionId, rejected.Status, elapsed.TotalMilliseconds);
                break;
        }
    }

    private void NoteSnapshot(string decisionId, Problem? problem)
    {
        if (problem is not null)
        {
            Log.BadSnapshot(_logger, decisionId, problem.Code, problem.JsonPointer);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "Decision {DecisionId} {Outcome} by the ERP in {Milliseconds} ms")]
        public static partial void Settled(ILogger logger, string decisionId, string outcome, double milliseconds);

        [LoggerMessage(2, LogLevel.Warning, "Decision {DecisionId} not settled: {Why}, after {Milliseconds} ms")]
        public static partial void NotSettled(ILogger logger, string decisionId, string why, double milliseconds);

        [LoggerMessage(3, LogLevel.Error, "Decision {DecisionId} rejected for good: {Status}, after {Milliseconds} ms")]
        public static partial void Rejected(ILogger logger, string decisionId, int status, double milliseconds);

        [LoggerMessage(4, LogLevel.Warning, "Snapshot with the answer to {DecisionId} is no good: {Code} at {Place}")]
        public static partial void BadSnapshot(ILogger logger, string decisionId, string code, string? place);
    }
}

/// <summary>How the ERP answered a call that asks for nothing, for whoever sets the ERP up.</summary>
/// <param name="Status">The HTTP status, or null when no answer came.</param>
/// <param name="Fault">Why no answer came, such as <c>timeout</c> or <c>NameResolutionError</c>, or null.</param>
/// <param name="Clock">The time the ERP's server has, to the second, or null when it does not tell.</param>
public sealed record ErpKnock(int? Status, string? Fault, DateTimeOffset? Clock)
{
    /// <summary>How long it took.</summary>
    public TimeSpan Elapsed { get; init; }
}
