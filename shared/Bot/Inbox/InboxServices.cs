using PaymentBot.Bot.Conversation;
using PaymentBot.Bot.Deciding;
using PaymentBot.Bot.Profile;

namespace PaymentBot.Bot.Inbox;

/// <summary>Registers a person's lists, settings and help.</summary>
public static class InboxServices
{
    /// <summary>Adds them.</summary>
    /// <param name="services">The services.</param>
    public static IServiceCollection AddInbox(this IServiceCollection services) =>
        services
            .AddSingleton<PendingInbox>()
            .AddSingleton<RequestFinder>()
            .AddSingleton<InboxLists>()
            .AddSingleton<RequestOpener>()
            .AddSingleton<InboxCommands>()
            .AddSingleton<TimelineTeller>()
            .AddSingleton<PersonHelp>()
            .AddSingleton<UnaskedText>()
            .AddSingleton<PreferenceChanges>()
            .AddSingleton<PreferenceText>()
            .AddSingleton<BotProfile>()
            .AddSingleton<IMenu, InboxMenu>()
            .AddSingleton<IMenu, SettingsMenu>();
}
