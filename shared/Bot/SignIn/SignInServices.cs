using PaymentBot.Bot.People;
using PaymentBot.Bot.Settings;
using PaymentBot.Bot.SignIn.Google;

namespace PaymentBot.Bot.SignIn;

/// <summary>Registers all that ties Telegram accounts to people.</summary>
public static class SignInServices
{
    /// <summary>The path Google sends browsers back to.</summary>
    /// <summary>Adds the stores, Google where people sign in with it, and the dialogue. Delivery has to be registered too.</summary>
    /// <param name="services">The services.</param>
    /// <param name="settings">The configuration.</param>
    public static IServiceCollection AddSignIn(this IServiceCollection services, BotSettings settings)
    {
        if (settings.EncryptionKey is { } key)
        {
            services.AddSingleton(new SecretBox(key, settings.FormerEncryptionKey)).AddSingleton<KeyRotation>();
        }

        if (settings.SignsIn)
        {
            services.AddSingleton(provider => new GoogleSignIn(
                OptionsOf(settings),
                provider.GetRequiredService<TimeProvider>(),
                provider.GetRequiredService<ILogger<GoogleSignIn>>(),
                provider.GetService<GoogleHandlerFactory>()
            ));
        }

        return services
            .AddSingleton<PeopleStore>()
            .AddSingleton<LoginTickets>()
            .AddSingleton<AttemptLimit>()
            .AddSingleton<GoogleTokens>()
            .AddSingleton<LinkChanges>()
            .AddSingleton<LoginAlarm>()
            .AddSingleton<LoginOffer>()
            .AddSingleton<CodeCheck>()
            .AddSingleton<LoginFinish>()
            .AddSingleton<SignInDialogue>()
            .AddSingleton<AccountCommands>()
            .AddSingleton<PeopleIntake>()
            .AddSingleton<GoogleAccountCheck>();
    }

    private static GoogleOptions OptionsOf(BotSettings settings) =>
        new()
        {
            ClientId = settings.Google.ClientId!,
            ClientSecret = settings.Google.ClientSecret!,
            AllowedDomains = settings.AllowedDomains,
            WorkspaceOnly = settings.Google.WorkspaceOnly,
            RedirectUri = new Uri(settings.Bot.PublicUrl!.TrimEnd('/') + PublicPaths.OAuthCallback),
            AuthorizationUrl = settings.Google.AuthorizationUrl,
            TokenUrl = settings.Google.TokenUrl,
            CertificatesUrl = settings.Google.CertificatesUrl,
            RevokeUrl = settings.Google.RevokeUrl,
            Issuer = settings.Google.Issuer,
        };
}
