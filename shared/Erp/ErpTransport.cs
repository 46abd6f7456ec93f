namespace PaymentBot.Erp;

/// <summary>Sends one call within the time-out and turns every fault of the network into a short word.</summary>
internal sealed class ErpTransport(HttpMessageHandler handler, TimeProvider timeProvider) : IDisposable
{
    /// <summary>More than anybody would answer in good faith.</summary>
    private const int MaxBody = 1024 * 1024;

    /// <summary>A cold 1C session takes long.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly HttpClient _http = new(handler, disposeHandler: false) { Timeout = Timeout.InfiniteTimeSpan };

    public async Task<Attempt<T>> TryAsync<T>(
        HttpRequestMessage request,
        Func<HttpResponseMessage, CancellationToken, Task<T>> read,
        CancellationToken cancellationToken
    )
        where T : class
    {
        var start = timeProvider.GetTimestamp();
        using var deadline = new CancellationTokenSource(Patience, timeProvider);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken);
        T? value = null;
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

    /// <summary>The body of an answer, or null when it is longer than anybody would send in good faith.</summary>
    public static async Task<byte[]?> ReadBodyAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var content = response.Content;
        await using var body = await content.ReadAsStreamAsync(cancellationToken);
        return await BoundedBody.ReadAsync(body, content.Headers.ContentLength, MaxBody, cancellationToken);
    }

    public void Dispose() => _http.Dispose();

    /// <summary>One call to the ERP: either a value or the fault that kept it from coming.</summary>
    internal readonly record struct Attempt<T>(T? Value, string? Fault, TimeSpan Elapsed)
        where T : class;
}
