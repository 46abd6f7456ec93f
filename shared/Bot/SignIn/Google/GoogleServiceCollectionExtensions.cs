using Microsoft.Extensions.DependencyInjection.Extensions;

namespace PaymentBot.Bot.SignIn.Google;

/// <summary>Registers the sign-in with Google.</summary>
public static class GoogleServiceCollectionExtensions
{
    /// <summary>
    /// Adds <see cref="GoogleSignIn"/> as a singleton that comes to life at its first use. Uses <see cref="TimeProvider"/> and
    /// <see cref="GoogleHandlerFactory"/> when they are registered.
    /// </summary>
    /// <param name="services">The services.</param>
    /// <param name="options">Gives the options, at the first use.</param>
    /// <returns>The same services.</returns>
    public static IServiceCollection AddGoogleSignIn(
        this IServiceCollection services,
        Func<IServiceProvider, GoogleOptions> options
    )
    {
        services.TryAddSingleton(provider => new GoogleSignIn(
            options(provider),
            provider.GetService<TimeProvider>() ?? TimeProvider.System,
            provider.GetRequiredService<ILogger<GoogleSignIn>>(),
            provider.GetService<GoogleHandlerFactory>()
        ));
        return services;
    }
}
