using PaymentBot.Bot.Settings;
using PaymentBot.Bot.SignIn;
using PaymentBot.Functions.Http;
using PaymentBot.Storage;

namespace PaymentBot.Functions.OAuthPages;

/// <summary>Stands before all that browsers call: nobody gets on where nobody signs in, or too often.</summary>
/// <param name="settings">Whether people sign in.</param>
/// <param name="limit">Counts calls.</param>
/// <param name="pages">Answers.</param>
/// <param name="logger">The log.</param>
internal sealed partial class SignInGate(
    BotSettings settings,
    AddressLimit limit,
    SignInPages pages,
    ILogger<SignInGate> logger
)
{
    /// <summary>Lets a call through, or refuses it.</summary>
    /// <param name="context">The call.</param>
    /// <param name="function">What it is for; comes to life only when the call gets through.</param>
    public async Task RunAsync(HttpContext context, RequestDelegate function)
    {
        if (!settings.SignsIn)
        {
            await pages.RefuseAsync(context, Refusal.SwitchedOff);
            return;
        }

        var network = ClientAddress.NetworkOf(context);
        if (limit.Take(network) is { } wait)
        {
            Log.TooOften(logger, context.Request.Path, network);
            await pages.RefuseAsync(context, Refusal.TooOften, retryAfter: wait);
            return;
        }

        try
        {
            await function(context);
        }
        catch (StorageException exception) when (!context.Response.HasStarted)
        {
            Log.StorageFailed(logger, context.Request.Path, exception.ErrorCode);
            await pages.RefuseAsync(context, Refusal.Unavailable);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "Security: {Path} is called too often from {Network}.")]
        public static partial void TooOften(ILogger logger, PathString path, string network);

        [LoggerMessage(2, LogLevel.Error, "{Path} could not be served: the storage answered {ErrorCode}.")]
        public static partial void StorageFailed(ILogger logger, PathString path, string errorCode);
    }
}
