using PaymentBot.Bot.Delivery.Inline;

namespace PaymentBot.Bot.Inline;

/// <summary>Registers searching from chats.</summary>
public static class InlineServices
{
    /// <summary>Adds it. Delivery and signing in have to be registered too.</summary>
    /// <param name="services">The services.</param>
    public static IServiceCollection AddInlineSearch(this IServiceCollection services) =>
        services
            .AddSingleton<IInlineSenders, InlineSenders>()
            .AddSingleton<InlineResultSigner>()
            .AddSingleton<InlineAskers>()
            .AddSingleton<InlineFinder>()
            .AddSingleton<InlineResults>()
            .AddSingleton<InlineSearcher>()
            .AddSingleton<InlineGuide>()
            .AddSingleton<ChosenResults>()
            .AddSingleton<InlineUpdates>();
}
