using System.Globalization;
using PaymentBot.Bot.Settings;

namespace PaymentBot.Functions.Commands;

/// <summary>What <c>doctor</c> looks at before people can sign in: Google's certificates, and the address browsers come back to.</summary>
internal static class GoogleExamination
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>Looks.</summary>
    /// <param name="services">The bot's services.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public static async Task<Finding> RunAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        var settings = services.GetRequiredService<BotSettings>();
        if (!settings.SignsIn)
        {
            return new Finding(true, "google", "not set up; links are made by 'paymentbot link add'");
        }

        if (new Uri(settings.Bot.PublicUrl!).IsLoopback && !new Uri(settings.Telegram.ApiBaseUrl).IsLoopback)
        {
            return new Finding(
                false,
                "google",
                "Bot__PublicUrl is this machine's own address; Telegram refuses the sign-in button for it"
            );
        }

        var back = $"{settings.Bot.PublicUrl!.TrimEnd('/')}/api/oauth/callback";
        var fault = await FetchAsync(settings.Google.CertificatesUrl, cancellationToken);
        return fault is null
            ? new Finding(
                true,
                "google",
                $"Google__CertificatesUrl answers; the application's redirect address has to be {back}"
            )
            : new Finding(
                false,
                "google",
                $"Google__CertificatesUrl did not answer ({fault}); is the address right, and may this machine reach it?"
            );
    }

    private static async Task<string?> FetchAsync(string address, CancellationToken cancellationToken)
    {
        using var http = new HttpClient { Timeout = Patience };
        try
        {
            using var response = await http.GetAsync(new Uri(address), cancellationToken);
            return response.IsSuccessStatusCode
                ? null
                : string.Create(CultureInfo.InvariantCulture, $"status {(int)response.StatusCode}");
        }
        catch (HttpRequestException exception)
        {
            return exception.HttpRequestError.ToString();
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return "timeout";
        }
    }
}
