using PaymentBot.Bot.Conversation;
using PaymentBot.Bot.Deciding;
using PaymentBot.Bot.Delivery;
using PaymentBot.Bot.Delivery.Composition;
using PaymentBot.Bot.Groups;
using PaymentBot.Bot.Inline;
using PaymentBot.Bot.Profile;
using PaymentBot.Bot.Settings;
using PaymentBot.Bot.SignIn;
using PaymentBot.Bot.Updates;
using PaymentBot.Cards;
using PaymentBot.Functions.Erp;
using PaymentBot.Functions.Http;
using PaymentBot.Functions.Observability;
using PaymentBot.Functions.Queues;
using PaymentBot.Functions.Settings;
using PaymentBot.Functions.SignIn;
using PaymentBot.Functions.Telegram;
using PaymentBot.Functions.Timers;
using PaymentBot.Storage.AzureStorage;
using PaymentBot.Storage.Sqlite;

namespace PaymentBot.Functions;

/// <summary>The composition root: the one place that names adapters. Everything comes to life at its first use.</summary>
internal static class BotServices
{
    /// <summary>Adds all that the functions and the commands need.</summary>
    /// <param name="services">The services.</param>
    /// <param name="settings">The configuration.</param>
    public static IServiceCollection AddBot(this IServiceCollection services, HomeSettings settings)
    {
        services.AddSingleton(settings).AddSingleton<BotSettings>(settings).AddSingleton(TimeProvider.System);
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

    /// <summary>Adds what runs beside the functions in either home.</summary>
    /// <param name="services">The services.</param>
    /// <param name="settings">The configuration.</param>
    public static IServiceCollection AddBackgroundWork(this IServiceCollection services, HomeSettings settings)
    {
        services.AddHostedService<ProfileKeeper>().AddHostedService<OutboxStart>();
        return settings.OtlpEndpoint is null ? services : services.AddSingleton<IHostedService, OtlpExport>();
    }

    private static void AddStorage(this IServiceCollection services, HomeSettings settings)
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
            .AddSingleton<TelegramWebhookFunction>()
            .AddSingleton<SubmitDecisionFunction>()
            .AddSingleton<ErpDecisionsFunction>()
            .AddSingleton<ErpDecisionsAckFunction>()
            .AddSingleton<ErpPeopleFunction>()
            .AddSingleton<ErpNotifyFunction>()
            .AddSingleton<NotifyAnswers>()
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
            .AddSingleton<DecisionSubmission>()
            .AddSingleton<MessageEdge>()
            .AddSingleton<RequestActivity>();
}
