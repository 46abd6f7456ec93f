using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using PaymentBot.Approvals;
using PaymentBot.Erp.Signatures;
using PaymentBot.Erp.Snapshots;

namespace PaymentBot.Erp;

/// <summary>
/// Hands decisions to the ERP. One call is one attempt: when to try again is the caller's to decide. Safe for concurrent
/// use. Neither logs nor results hold the key or any payment text.
/// </summary>
public sealed class ErpClient : IDisposable
{
    private readonly Uri _address;
    private readonly ErpTransport _transport;
    private readonly DecisionRequest _requests;
    private readonly DecisionResponse _responses;
    private readonly DecisionLog _log;
    private readonly TimeProvider _timeProvider;

    /// <summary>Makes a client.</summary>
    /// <param name="handler">What sends the calls; it must not follow redirects and is not disposed of.</param>
    /// <param name="options">The address, the key and the time-out.</param>
    /// <param name="snapshotReader">Reads the snapshots that come with answers.</param>
    /// <param name="timeProvider">The clock for signatures and the time-out.</param>
    /// <param name="logger">Where attempts are noted by id and status.</param>
    /// <exception cref="OptionsValidationException">A setting is wrong; the message names it.</exception>
    public ErpClient(
        [FromKeyedServices(ErpClientRegistration.HandlerKey)] HttpMessageHandler handler,
        IOptions<ErpClientOptions> options,
        SnapshotReader snapshotReader,
        TimeProvider timeProvider,
        ILogger<ErpClient> logger
    )
    {
        var key = WebhookKey.Parse(options.Value.OutboundKey, "Erp__OutboundKey");
        _address = new Uri(options.Value.DecisionUrl, UriKind.Absolute);
        _transport = new ErpTransport(handler, options.Value.Timeout, timeProvider);
        _requests = new DecisionRequest(_address, new WebhookSigner(key, timeProvider));
        _responses = new DecisionResponse(new AnswerReader(snapshotReader), timeProvider);
        _log = new DecisionLog(logger);
        _timeProvider = timeProvider;
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
        using var request = _requests.For(decision);
        var attempt = await _transport.TryAsync(
            request,
            (response, token) => _responses.ReadAsync(decision.RequestId, response, token),
            cancellationToken
        );
        var answer = attempt.Value ?? new DecisionAnswer.Retry(null, attempt.Fault ?? "no answer");
        _log.Note(decision.Id, answer, attempt.Elapsed);
        return answer;
    }

    /// <summary>Finds out whether anything answers at the ERP's address. Sends an unsigned GET, which decides nothing.</summary>
    /// <param name="cancellationToken">Gives the attempt up.</param>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    public async Task<ErpReachability> PingAsync(CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, _address);
        var attempt = await _transport.TryAsync(
            request,
            (response, _) => Task.FromResult<int?>((int)response.StatusCode),
            cancellationToken
        );
        return new ErpReachability(attempt.Fault is null, attempt.Value, attempt.Fault, attempt.Elapsed);
    }

    /// <summary>Finds out whether the ERP accepts the signature. Posts a signed event of type <see cref="DecisionEvent.PingType"/>, which decides nothing.</summary>
    /// <param name="cancellationToken">Gives the attempt up.</param>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    public async Task<ErpKnock> KnockAsync(CancellationToken cancellationToken)
    {
        using var request = _requests.Ping($"ping_{Guid.NewGuid():N}", _timeProvider.GetUtcNow());
        Attempt<(int? Status, DateTimeOffset? Clock)> attempt = await _transport.TryAsync(
            request,
            (response, _) => Task.FromResult(((int?)response.StatusCode, response.Headers.Date)),
            cancellationToken
        );
        return new ErpKnock(attempt.Value.Status, attempt.Fault, attempt.Value.Clock, attempt.Elapsed);
    }

    /// <inheritdoc />
    public void Dispose() => _transport.Dispose();
}
