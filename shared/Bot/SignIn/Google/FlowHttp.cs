using Google.Apis.Http;

namespace PaymentBot.Bot.SignIn.Google;

/// <summary>Sends the flow's requests through our handler: once, to where they are addressed, unlogged.</summary>
internal sealed class FlowHttp(HttpMessageHandler handler) : IHttpClientFactory
{
    public ConfigurableHttpClient CreateHttpClient(CreateHttpClientArgs args) =>
        new(
            new ConfigurableMessageHandler(new JsonAnswers(handler))
            {
                FollowRedirect = false,
                NumTries = 1,
                IsLoggingEnabled = false,
            }
        )
        {
            Timeout = Timeout.InfiniteTimeSpan,
        };
}
