using System.Net.Http.Headers;

namespace PaymentBot.Tests.App.Web;

/// <summary>A browser that keeps cookies and follows no redirect by itself.</summary>
internal sealed class WebBrowser(Uri bot) : IDisposable
{
    private readonly HttpClient _http = new(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false });

    public Dictionary<string, string> Cookies { get; } = new(StringComparer.Ordinal);

    public string? Language { get; set; } = "ru-RU,ru;q=0.9,en;q=0.8";

    public string UserAgent { get; set; } =
        "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36";

    /// <summary>The network it calls from, as our proxy tells it.</summary>
    public string ForwardedFor { get; set; } = "203.0.113.7";

    public Task<WebPage> GetAsync(string pathAndQuery) => SendAsync(HttpMethod.Get, pathAndQuery, null);

    public Task<WebPage> PostAsync(string path, string form) =>
        SendAsync(
            HttpMethod.Post,
            path,
            new StringContent(form, new MediaTypeHeaderValue("application/x-www-form-urlencoded"))
        );

    public async Task<WebPage> SendAsync(HttpMethod method, string pathAndQuery, HttpContent? content)
    {
        using var request = new HttpRequestMessage(method, new Uri(bot, pathAndQuery)) { Content = content };
        request.Headers.TryAddWithoutValidation("User-Agent", UserAgent);
        request.Headers.TryAddWithoutValidation("X-Forwarded-For", ForwardedFor);
        if (Language is not null)
        {
            request.Headers.TryAddWithoutValidation("Accept-Language", Language);
        }

        if (Cookies.Count > 0)
        {
            var pairs = Cookies.Select(cookie => $"{cookie.Key}={cookie.Value}");
            request.Headers.TryAddWithoutValidation("Cookie", string.Join("; ", pairs));
        }

        using var response = await _http.SendAsync(request);
        var headers = response
            .Headers.Concat(response.Content.Headers)
            .ToDictionary(
                header => header.Key,
                header => string.Join(", ", header.Value),
                StringComparer.OrdinalIgnoreCase
            );
        string[] setCookies = response.Headers.TryGetValues("Set-Cookie", out var values) ? [.. values] : [];
        Keep(setCookies);
        return new WebPage((int)response.StatusCode, await response.Content.ReadAsStringAsync(), headers, setCookies);
    }

    public void Dispose() => _http.Dispose();

    private void Keep(string[] setCookies)
    {
        foreach (var pair in setCookies.Select(cookie => cookie.Split(';')[0].Split('=', 2)))
        {
            if (pair[1].Length == 0)
            {
                Cookies.Remove(pair[0]);
            }
            else
            {
                Cookies[pair[0]] = pair[1];
            }
        }
    }
}
