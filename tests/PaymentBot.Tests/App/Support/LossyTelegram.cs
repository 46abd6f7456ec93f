namespace PaymentBot.Tests.App.Support;

/// <summary>The way to Telegram, on which answers get lost after the request has arrived and was carried out.</summary>
internal sealed class LossyTelegram(LostAnswers lost)
    : DelegatingHandler(new SocketsHttpHandler { UseCookies = false, UseProxy = false })
{
    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        var response = await base.SendAsync(request, cancellationToken);
        if (!lost.Take(request.RequestUri!.AbsolutePath.Split('/')[^1]))
        {
            return response;
        }

        response.Dispose();
        throw new IOException("The connection was closed.");
    }
}
