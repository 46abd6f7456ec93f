using PaymentBot.Bot.Delivery.Composition;
using PaymentBot.Bot.Delivery.Recipients;

namespace PaymentBot.Bot.Groups;

/// <summary>Registers what the bot does in groups.</summary>
public static class GroupServices
{
    /// <summary>Adds the commands of groups, and what deliveries want to know and to tell about them.</summary>
    /// <param name="services">The services.</param>
    public static IServiceCollection AddGroups(this IServiceCollection services) =>
        services
            .AddSingleton<IGroupObserver, GroupNotices>()
            .AddSingleton<IRequestLinks, RequestLinks>()
            .AddSingleton<BindRight>()
            .AddSingleton<BindCommand>()
            .AddSingleton<GroupCommands>()
            .AddSingleton<GroupPointer>()
            .AddSingleton<GroupMessages>()
            .AddSingleton<GroupMembership>()
            .AddSingleton<GroupUpdates>();
}
