namespace PaymentBot.Sandbox.Cloud.FunctionsHost.Http;

/// <summary>Calls the handler again when the connection fails: that bridges a short restart.</summary>
/// <param name="inner">Makes the calls.</param>
/// <param name="clock">Measures the pauses.</param>
internal sealed class RetryProxyHandler(HttpMessageHandler inner, TimeProvider clock) : DelegatingHandler(inner)
{
    private const int Attempts = 10;

    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMilliseconds(250);

    /// <inheritdoc />
    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        var pause = FirstPause;
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await base.SendAsync(request, cancellationToken);
            }
            catch (HttpRequestException) when (attempt < Attempts)
            {
                await Task.Delay(pause, clock, cancellationToken);
                pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
            }
        }
    }
}
