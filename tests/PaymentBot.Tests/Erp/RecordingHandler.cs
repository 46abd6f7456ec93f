namespace PaymentBot.Tests.Erp;

/// <summary>Plays the ERP: keeps what was sent and answers what it was told to.</summary>
internal sealed class RecordingHandler(Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> answer)
    : HttpMessageHandler
{
    public List<RecordedRequest> Requests { get; } = [];

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        var body = request.Content is null ? [] : await request.Content.ReadAsByteArrayAsync(cancellationToken);
        Requests.Add(
            new RecordedRequest(
                request.Method,
                request.RequestUri,
                request
                    .Headers.Concat(request.Content?.Headers.AsEnumerable() ?? [])
                    .ToDictionary(
                        header => header.Key,
                        header => string.Join(", ", header.Value),
                        StringComparer.OrdinalIgnoreCase
                    ),
                body
            )
        );
        return await answer(request, cancellationToken);
    }

    public sealed record RecordedRequest(
        HttpMethod Method,
        Uri? Address,
        IReadOnlyDictionary<string, string> Headers,
        byte[] Body
    );
}
