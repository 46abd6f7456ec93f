using PaymentBot.Cards;
using PaymentBot.Delivery;
using PaymentBot.Delivery.Composition;
using PaymentBot.Functions.Deliver;
using PaymentBot.Functions.ErpAttachment;
using PaymentBot.Functions.ErpDecisions;
using PaymentBot.Functions.ErpNotify;
using PaymentBot.Functions.ErpRequest;
using PaymentBot.Functions.FanOut;
using PaymentBot.Functions.Groups;
using PaymentBot.Functions.Health;
using PaymentBot.Functions.Housekeeping;
using PaymentBot.Functions.InlineSearch;
using PaymentBot.Functions.Notices;
using PaymentBot.Functions.OAuthPages;
using PaymentBot.Functions.Settings;
using PaymentBot.Functions.SignIn;
using PaymentBot.Functions.TelegramWebhook;
using PaymentBot.Functions.WebhookCare;
using PaymentBot.Storage.AzureStorage;
using PaymentBot.Storage.Sqlite;

namespace PaymentBot.Functions.Hosting;

/// <summary>The composition root: the one place that names adapters. Everything comes to life at its first use.</summary>
internal static class BotServices
{
    /// <summary>Adds all that the functions and the commands need.</summary>
    /// <param name="services">The services.</param>
    /// <param name="settings">The configuration.</param>
    public static IServiceCollection AddBot(this IServiceCollection services, BotSettings settings)
    {
        services.AddSingleton(settings).AddSingleton(TimeProvider.System);
        services.AddStorage(settings);
        services.AddEdges(settings);
        services.AddSingleton(
            new CardSettings(settings.TimeZone, LanguageTags.Parse(settings.Bot.DefaultLanguage, Language.Russian))
            {
                InlineDisclosure = settings.Bot.InlineDisclosure,
            }
        );
        services.AddSingleton(settings.ApprovalPolicy).AddSingleton(new OperatorChat(settings.Bot.OperatorChatId));
        services.AddSingleton(new ButtonSigner(settings.SigningKey));
        services.AddSingleton(
            new DeliveryOptions(
                TimeSpan.FromSeconds(settings.Delivery.UnknownGraceSeconds),
                TimeSpan.FromSeconds(settings.Delivery.FilesGraceSeconds)
            )
        );
        return services
            .AddDelivery(settings.Groups)
            .AddSignIn(settings)
            .AddWebSignIn(settings)
            .AddGroups()
            .AddInlineSearch()
            .AddDecisions(settings)
            .AddFunctions();
    }

    private static void AddStorage(this IServiceCollection services, BotSettings settings)
    {
        switch (settings.Storage.Provider)
        {
            case StorageProvider.Sqlite:
                services.AddSqliteStorage(_ => settings.Storage.SqlitePath);
                break;
            case StorageProvider.AzureStorage:
                services.AddAzureStorage(_ => settings.AzureStorage!);
                break;
            default:
                throw new SettingsException(["Storage__Provider must be Sqlite or AzureStorage."]);
        }
    }

    private static IServiceCollection AddFunctions(this IServiceCollection services) =>
        services
            .AddTelegramWebhook()
            .AddSingleton<ErpNotifyFunction>()
            .AddSingleton<NotifyAnswerMaker>()
            .AddSingleton<ErpAttachmentFunction>()
            .AddSingleton<DeliveryEntries>()
            .AddSingleton<ErpRequestFunction>()
            .AddSingleton<HealthFunction>()
            .AddSingleton<OperatorNotices>()
            .AddSingleton<PersonNotices>()
            .AddSingleton<BotIdentity>()
            .AddSingleton<FanOutFunction>()
            .AddSingleton<DeliverFunction>()
            .AddSingleton<WebhookKeeper>()
            .AddSingleton<HousekeepingFunction>()
            .AddSingleton<TapTraffic>()
            .AddSingleton<MessageRunner>()
            .AddSingleton<EnvelopeHandler>();
}
