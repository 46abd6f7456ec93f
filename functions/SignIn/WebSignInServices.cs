using PaymentBot.Bot.Settings;
using PaymentBot.Bot.SignIn;
using PaymentBot.Functions.SignIn.Pages;

namespace PaymentBot.Functions.SignIn;

/// <summary>Registers what browsers meet when somebody signs in.</summary>
internal static class WebSignInServices
{
    /// <summary>Adds the pages, and the steps behind them where people sign in. Signing in has to be registered too.</summary>
    /// <param name="services">The services.</param>
    /// <param name="settings">The configuration.</param>
    public static IServiceCollection AddWebSignIn(this IServiceCollection services, BotSettings settings)
    {
        services
            .AddSingleton<AddressLimit>()
            .AddSingleton<PageLanguage>()
            .AddSingleton<SignInPages>()
            .AddSingleton<SignInGate>()
            .AddSingleton<OAuthStartFunction>()
            .AddSingleton<OAuthCallbackFunction>();
        return settings.SignsIn ? services.AddSteps() : services;
    }

    private static IServiceCollection AddSteps(this IServiceCollection services) =>
        services
            .AddSingleton<LoginCookie>()
            .AddSingleton<BoundBrowsers>()
            .AddSingleton<PersonFinder>()
            .AddSingleton<MailboxProver>()
            .AddSingleton<LoginDenial>()
            .AddSingleton<SignInStart>()
            .AddSingleton<SignInReturn>()
            .AddSingleton<SignInDenial>();
}
