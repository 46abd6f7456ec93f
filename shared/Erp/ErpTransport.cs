namespace PaymentBot.Erp;

/// <summary>Sends one call within the time-out and turns every fault of the network into a short word.</summary>
internal sealed class ErpTransport(HttpMessageHandler handler, TimeSpan timeout, TimeProvider timeProvider)
    : IDisposable
{
    private readonly HttpClient _http = new(handler, disposeHandler: false) { Timeout = Timeout.InfiniteTimeSpan };

    public async Task<Attempt<T>> TryAsync<T>(
        HttpRequestMessage request,
        Func<HttpResponseMessage, CancellationToken, Task<T>> read,
        CancellationToken cancellationToken
    )
    {
        var start = timeProvider.GetTimestamp();
        using var deadline = new CancellationTokenSource(timeout, timeProvider);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken);
        T? value = default;
        string? fault = null;
        try
        {
            using var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token);
            value = await read(response, either.Token);
        }
        catch (HttpRequestException e)
        {
            fault = e.HttpRequestError.ToString();
        }
        catch (IOException)
        {
            fault = "connection lost";
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            fault = "timeout";
        }

        return new Attempt<T>(value, fault, timeProvider.GetElapsedTime(start));
    }

    public void Dispose() => _http.Dispose();
}
