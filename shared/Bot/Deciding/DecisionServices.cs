using PaymentBot.Bot.Settings;
using PaymentBot.Erp;

namespace PaymentBot.Bot.Deciding;

/// <summary>Registers the way of decisions to the ERP, posted or fetched.</summary>
public static class DecisionServices
{
    /// <summary>Adds it. Acknowledgements are taken in either mode: one may come after the mode was changed.</summary>
    /// <param name="services">The services.</param>
    /// <param name="settings">The configuration.</param>
    public static IServiceCollection AddDecisions(this IServiceCollection services, BotSettings settings)
    {
        if (settings.Erp.Mode == ErpMode.Pull)
        {
            services.AddSingleton<IDecisionCarrier, DecisionPull>();
        }
        else
        {
            services.AddSingleton<IDecisionCarrier, DecisionPush>();
        }

        return services
            .AddSingleton<DecisionSettlement>()
            .AddSingleton<DecisionSignal>()
            .AddSingleton<DecisionHandout>()
            .AddSingleton<AckReader>()
            .AddSingleton<AckApplication>()
            .AddSingleton<ErpSilence>()
            .AddSingleton<OutboxCare>();
    }
}
