using System.Net;
using System.Text;
using PaymentBot.Testing.Schema;
using Xunit.Sdk;

namespace PaymentBot.Tests.Telegram;

/// <summary>
/// Stands for the network: records each request, holds it against the Bot API's schema, and gives the answer registered for its method. A call
/// nobody registered fails the test.
/// </summary>
internal sealed class RecordingTelegram(string token) : HttpMessageHandler
{
    private readonly Dictionary<string, Func<HttpResponseMessage>> _answers = new(StringComparer.Ordinal);
    private Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>>? _instead;

    public List<RecordedCall> Calls { get; } = [];

    public RecordedCall Call => Assert.Single(Calls);

    public void Succeeds(string method, string result) => Answers(method, 200, $$"""{"ok":true,"result":{{result}}}""");

    public void Answers(string method, int status, string body, string contentType = "application/json") =>
        _answers[method] = () =>
            new((HttpStatusCode)status) { Content = new StringContent(body, Encoding.UTF8, contentType) };

    /// <summary>Breaks the network: the given handler decides how far the request gets.</summary>
    public void Breaks(Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> handler) =>
        _instead = handler;

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        if (_instead is not null)
        {
            return await _instead(request, cancellationToken);
        }

        var path = request.RequestUri!.AbsolutePath;
        Assert.Equal(HttpMethod.Post, request.Method);
        Assert.StartsWith($"/bot{token}/", path, StringComparison.Ordinal);
        var method = path[(path.LastIndexOf('/') + 1)..];
        var body = await request.Content!.ReadAsByteArrayAsync(cancellationToken);
        var contentType = request.Content.Headers.ContentType?.ToString() ?? string.Empty;
        Calls.Add(new(method, contentType, body));
        var violations = BotApiValidator.Validate(method, contentType, body);
        if (violations.Count > 0)
        {
            throw new XunitException($"Telegram would refuse {method}: {string.Join("; ", violations)}");
        }

        return _answers.TryGetValue(method, out var answer)
            ? answer()
            : throw new XunitException($"Nobody registered an answer to {method}.");
    }
}
