using System.Buffers.Text;
using System.Net;
using System.Security.Cryptography;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PaymentBot.Erp.People;
using PaymentBot.Erp.Signatures;

namespace PaymentBot.Erp;

/// <summary>
/// Asks the ERP for people nobody has announced. One call is one attempt. Safe for concurrent use. Neither logs nor results hold the key or the
/// mailbox.
/// </summary>
public sealed partial class ErpPeopleClient : IDisposable
{
    private const int IdBytes = 16;

    private readonly Uri? _address;
    private readonly ErpTransport _transport;
    private readonly WebhookSigner _signer;
    private readonly PeopleReader _reader;
    private readonly ILogger<ErpPeopleClient> _logger;

    /// <summary>Makes a client.</summary>
    /// <param name="handler">What sends the calls; it must not follow redirects and is not disposed of.</param>
    /// <param name="options">The address and the key.</param>
    /// <param name="timeProvider">The clock for signatures and the time-out.</param>
    /// <param name="logger">Where attempts are noted by status.</param>
    /// <exception cref="FormatException">The address or the key is wrong; the message names the setting of a wrong key.</exception>
    public ErpPeopleClient(
        [FromKeyedServices(ErpClientRegistration.HandlerKey)] HttpMessageHandler handler,
        ErpClientOptions options,
        TimeProvider timeProvider,
        ILogger<ErpPeopleClient> logger
    )
    {
        ArgumentNullException.ThrowIfNull(options);
        _address = string.IsNullOrEmpty(options.PeopleUrl) ? null : new Uri(options.PeopleUrl);
        _transport = new ErpTransport(handler, timeProvider);
        _signer = options.SignerBy(timeProvider);
        _reader = new PeopleReader(options.SenderZone);
        _logger = logger;
    }

    /// <summary>
    /// Looks a mailbox up by a signed GET; the signature covers the empty body. 404 is <see cref="PersonAnswer.None"/>. Every other status than 200, time-outs,
    /// network faults, and answers that cannot be understood or that name another mailbox come back as <see cref="PersonAnswer.Unreachable"/>.
    /// </summary>
    /// <param name="email">The mailbox.</param>
    /// <param name="cancellationToken">Gives the attempt up.</param>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled. Repeating is safe.</exception>
    public async Task<PersonAnswer> FindAsync(EmailAddress email, CancellationToken cancellationToken)
    {
        if (_address is null)
        {
            return new PersonAnswer.None();
        }

        using var request = RequestFor(_address, email);
        var attempt = await _transport.TryAsync(
            request,
            (response, token) => ReadAsync(response, email, token),
            cancellationToken
        );
        var answer = attempt.Value ?? new PersonAnswer.Unreachable(attempt.Fault ?? "no answer");
        Log.Asked(_logger, answer.GetType().Name, (answer as PersonAnswer.Unreachable)?.Why, attempt.Elapsed);
        return answer;
    }

    /// <inheritdoc />
    public void Dispose() => _transport.Dispose();

    private HttpRequestMessage RequestFor(Uri address, EmailAddress email)
    {
        var id = $"ask_{Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(IdBytes))}";
        var builder = new UriBuilder(address);
        var former = builder.Query.TrimStart('?');
        builder.Query = $"{former}{(former.Length == 0 ? "" : "&")}email={Uri.EscapeDataString(email.Value)}";
        var request = new HttpRequestMessage(HttpMethod.Get, builder.Uri);
        _signer.Sign(id, []).AddTo(request.Headers);
        return request;
    }

    private async Task<PersonAnswer> ReadAsync(
        HttpResponseMessage response,
        EmailAddress email,
        CancellationToken cancellationToken
    )
    {
        if (response.StatusCode == HttpStatusCode.NotFound)
        {
            return new PersonAnswer.None();
        }

        if (response.StatusCode != HttpStatusCode.OK)
        {
            return new PersonAnswer.Unreachable($"status {(int)response.StatusCode}");
        }

        var body = await ErpTransport.ReadBodyAsync(response, cancellationToken);
        if (body is null || _reader.ReadOne(body) is not { } person)
        {
            return new PersonAnswer.Unreachable("an answer that cannot be understood");
        }

        return person.Email == email
            ? new PersonAnswer.Found(person)
            : new PersonAnswer.Unreachable("an answer about another mailbox");
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "The ERP was asked for a person: {Answer} ({Why}) in {Elapsed}.")]
        public static partial void Asked(ILogger logger, string answer, string? why, TimeSpan elapsed);
    }
}

/// <summary>What the ERP said about a mailbox: exactly one of the nested records.</summary>
public abstract record PersonAnswer
{
    private PersonAnswer() { }

    /// <summary>The ERP knows the person, active or not; the mailbox is the one asked for.</summary>
    /// <param name="Person">The person.</param>
    public sealed record Found(DirectoryPerson Person) : PersonAnswer;

    /// <summary>The ERP knows nobody with that mailbox, or no address to ask is configured.</summary>
    public sealed record None : PersonAnswer;

    /// <summary>There is no answer to rely on; asking again later may help.</summary>
    /// <param name="Why">A few words for the log, without anything of the answer.</param>
    public sealed record Unreachable(string Why) : PersonAnswer;
}
