using PaymentBot.Bot.Settings;
using PaymentBot.Bot.SignIn;
using PaymentBot.Functions.Http;
using PaymentBot.Functions.OAuthCallback;
using PaymentBot.Functions.OAuthStart;

namespace PaymentBot.Functions.OAuthPages;

/// <summary>Registers what browsers meet when somebody signs in.</summary>
internal static class WebSignInServices
{
    /// <summary>Adds the pages, and the functions behind them where people sign in. Signing in has to be registered too.</summary>
    /// <param name="services">The services.</param>
    /// <param name="settings">The configuration.</param>
    public static IServiceCollection AddWebSignIn(this IServiceCollection services, BotSettings settings)
    {
        services
            .AddSingleton<AddressLimit>()
            .AddSingleton<PageLanguage>()
            .AddSingleton<SignInPages>()
            .AddSingleton<SignInGate>();
        return settings.SignsIn ? services.AddWebFunctions() : services;
    }

    private static IServiceCollection AddWebFunctions(this IServiceCollection services) =>
        services
            .AddSingleton<LoginCookie>()
            .AddSingleton<BoundBrowsers>()
            .AddSingleton<PersonFinder>()
            .AddSingleton<MailboxProver>()
            .AddSingleton<LoginDenial>()
            .AddSingleton<OAuthStartFunction>()
            .AddSingleton<OAuthCallbackFunction>()
            .AddSingleton<OAuthDenialFunction>();
}
