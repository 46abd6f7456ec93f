using System.Collections.Concurrent;
using System.Net;
using System.Text;
using System.Web;

namespace PaymentBot.Tests.App.SignIn;

/// <summary>Google as far as tokens go: refreshes those that live, takes back those it is given.</summary>
internal sealed class FakeGoogle : HttpMessageHandler
{
    private readonly ConcurrentDictionary<string, bool> _gone = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<string> _refreshed = new();

    /// <summary>Whether nothing answers.</summary>
    public bool Down { get; set; }

    /// <summary>The tokens given back.</summary>
    public ICollection<string> GivenBack => _gone.Where(token => token.Value).Select(token => token.Key).ToList();

    /// <summary>The tokens asked about, each as often as it was.</summary>
    public IReadOnlyCollection<string> Refreshed => _refreshed;

    /// <summary>Disables the account behind a token.</summary>
    public void Disable(string token) => _gone.TryAdd(token, false);

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        if (Down)
        {
            throw new HttpRequestException(HttpRequestError.ConnectionError);
        }

        var form = HttpUtility.ParseQueryString(
            request.Content is null ? string.Empty : await request.Content.ReadAsStringAsync(cancellationToken)
        );
        var path = request.RequestUri!.AbsolutePath;
        if (path.EndsWith("/revoke", StringComparison.Ordinal))
        {
            _gone[form["token"] ?? HttpUtility.ParseQueryString(request.RequestUri.Query)["token"]!] = true;
            return Answer(HttpStatusCode.OK, "{}");
        }

        var token = form["refresh_token"]!;
        _refreshed.Enqueue(token);
        return _gone.ContainsKey(token)
            ? Answer(HttpStatusCode.BadRequest, """{"error":"invalid_grant","error_description":"Token revoked."}""")
            : Answer(HttpStatusCode.OK, """{"access_token":"access","expires_in":3599,"token_type":"Bearer"}""");
    }

    private static HttpResponseMessage Answer(HttpStatusCode status, string json) =>
        new(status) { Content = new StringContent(json, Encoding.UTF8, "application/json") };
}
