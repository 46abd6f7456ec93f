using System.Net.Http.Headers;
using PaymentBot.Sandbox.Cloud.FunctionsHost.Handler;

namespace PaymentBot.Sandbox.Cloud.FunctionsHost.Invocations;

/// <summary>Posts envelopes to the handler and waits for answers the host accepts.</summary>
internal sealed class EnvelopeInvoker(
    HandlerSupervisor supervisor,
    InvocationJournal journal,
    TimeSpan? functionTimeout,
    TimeProvider clock
) : IDisposable
{
    /// <summary>Follows redirects, as the host does here and only here.</summary>
    private readonly HttpClient _http = new(new SocketsHttpHandler { UseCookies = false, UseProxy = false })
    {
        Timeout = Timeout.InfiniteTimeSpan,
    };

    /// <summary>Runs one invocation to its end.</summary>
    /// <param name="cancellationToken">The instance dies: nobody learns of an end.</param>
    /// <returns>Whether it succeeded.</returns>
    public async Task<bool> InvokeAsync(string function, Envelope envelope, CancellationToken cancellationToken)
    {
        var id = journal.Begin(function);
        using var limit = new CancellationTokenSource(functionTimeout ?? Timeout.InfiniteTimeSpan, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        HandlerProcess? handler = null;
        string? fault;
        try
        {
            handler = await supervisor.ReadyAsync(either.Token);
            fault = await PostAsync(id, function, envelope, either.Token);
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested)
        {
            fault = $"Timeout value of {functionTimeout} was exceeded by function: Functions.{function}";
            if (handler is not null)
            {
                supervisor.Restart(handler);
            }
        }
        catch (Exception broken) when (broken is HttpRequestException or FunctionsHostException)
        {
            fault = broken.Message;
        }

        journal.End(id, function, fault);
        return fault is null;
    }

    /// <inheritdoc />
    public void Dispose() => _http.Dispose();

    private async Task<string?> PostAsync(Guid id, string function, Envelope envelope, CancellationToken token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(supervisor.Address, function))
        {
            Content = new ByteArrayContent(envelope.ToJson()),
        };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");
        request.Headers.TransferEncodingChunked = true;
        request.Headers.Add(HostHeaders.InvocationId, id.ToString());
        request.Headers.Add(HostHeaders.HostVersion, HostHeaders.Version);
        request.Headers.UserAgent.ParseAdd($"Azure-Functions-Host/{HostHeaders.Version}");
        using var response = await _http.SendAsync(request, token);
        var answer = await HandlerAnswer.ReadAsync(response, token);
        if (answer.Kind == AnswerKind.Never)
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, clock, token);
        }

        journal.Say(function, answer.Logs);
        return answer.Fault;
    }
}
