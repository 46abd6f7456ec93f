using static PaymentBot.OneScript.BslOperators;

namespace PaymentBot.OneScript;

/// <summary>HTTPСоединение as OneScript has it: the address with its scheme, the time-out sixth.</summary>
internal sealed class BslHttpConnection(object?[] arguments) : IBslObject
{
    private static readonly HttpClient Http = new(
        new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false }
    )
    {
        Timeout = Timeout.InfiniteTimeSpan,
    };

    private readonly Uri _address = new(Text(arguments[0]));
    private readonly TimeSpan _timeout = TimeSpan.FromSeconds((double)Number(arguments[5]));

    public string Type => "HTTPСоединение";

    public object? Call(string name, object?[] arguments) =>
        string.Equals(name, "ВызватьHTTPМетод", StringComparison.OrdinalIgnoreCase)
            ? Send(Text(arguments[0]), (BslHttpRequest)arguments[1]!)
            : throw new BslException($"{Type} has no method {name}.");

    private BslHttpAnswer Send(string method, BslHttpRequest asked)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(_address, asked.Path));
        request.Content = asked.Body is null ? null : new ByteArrayContent(asked.Body);
        foreach (var (name, value) in asked.Headers.Entries)
        {
            if (!request.Headers.TryAddWithoutValidation((string)name, (string)value!))
            {
                request.Content?.Headers.TryAddWithoutValidation((string)name, (string)value!);
            }
        }

        using var deadline = new CancellationTokenSource(_timeout);
        using var response = Http.Send(request, deadline.Token);
        using var body = new MemoryStream();
        response.Content.ReadAsStream(deadline.Token).CopyTo(body);
        var headers = new BslMap();
        foreach (var (name, values) in response.Headers)
        {
            headers[name] = string.Join(',', values);
        }

        return new BslHttpAnswer((int)response.StatusCode, headers, body.ToArray());
    }
}
