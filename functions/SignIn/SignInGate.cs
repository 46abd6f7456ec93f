using PaymentBot.Bot.Settings;
using PaymentBot.Bot.SignIn;
using PaymentBot.Functions.SignIn.Pages;
using PaymentBot.Storage;

namespace PaymentBot.Functions.SignIn;

/// <summary>Stands before all that browsers call: nobody gets on where nobody signs in, or too often.</summary>
/// <param name="settings">Whether people sign in.</param>
/// <param name="limit">Counts calls.</param>
/// <param name="pages">Answers.</param>
/// <param name="services">Knows the steps, where people sign in.</param>
/// <param name="logger">The log.</param>
public sealed partial class SignInGate(
    BotSettings settings,
    AddressLimit limit,
    SignInPages pages,
    IServiceProvider services,
    ILogger<SignInGate> logger
)
{
    /// <summary>Lets a call through, or refuses it.</summary>
    /// <param name="request">The call.</param>
    /// <param name="function">Answers it, with what comes to life only when the call gets through.</param>
    internal async Task<IResult> RunAsync<TStep>(HttpRequest request, Func<TStep, Task<IResult>> function)
        where TStep : class
    {
        if (!settings.SignsIn)
        {
            return pages.Refuse(request, Refusal.SwitchedOff);
        }

        var network = ClientAddress.NetworkOf(request.HttpContext);
        if (limit.Take(network) is { } wait)
        {
            Log.TooOften(logger, request.Path, network);
            return pages.Refuse(request, Refusal.TooOften, retryAfter: wait);
        }

        try
        {
            return await function(services.GetRequiredService<TStep>());
        }
        catch (StorageException exception)
        {
            Log.StorageFailed(logger, request.Path, exception.ErrorCode);
            return pages.Refuse(request, Refusal.Unavailable);
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
