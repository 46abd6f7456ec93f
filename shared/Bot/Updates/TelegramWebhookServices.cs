using PaymentBot.Bot.Conversation;
using PaymentBot.Bot.Deciding;
using PaymentBot.Bot.Inbox;

namespace PaymentBot.Bot.Updates;

/// <summary>Wires what works on updates from Telegram.</summary>
public static class TelegramWebhookServices
{
    /// <summary>Adds the webhook function and what it needs.</summary>
    /// <param name="services">The services.</param>
    public static IServiceCollection AddTelegramWebhook(this IServiceCollection services) =>
        services
            .AddInbox()
            .AddSingleton<TapRouter>()
            .AddSingleton<PrivateUpdates>()
            .AddSingleton<UpdateDispatcher>()
            .AddSingleton<ActorFinder>()
            .AddSingleton<ViewerFinder>()
            .AddSingleton<DecisionClaims>()
            .AddSingleton<FilesOnDemand>()
            .AddSingleton<IMenu>(provider => provider.GetRequiredService<FilesOnDemand>())
            .AddSingleton<HandledUpdates>()
            .AddSingleton<TapAuthenticator>()
            .AddSingleton<MenuTaps>()
            .AddSingleton<TapHandler>()
            .AddSingleton<TapDecisions>()
            .AddSingleton<DialogueFlow>()
            .AddSingleton<AwaitedText>()
            .AddSingleton<MessageHandler>()
            .AddSingleton<PersonCommands>()
            .AddSingleton<MembershipHandler>();
}
