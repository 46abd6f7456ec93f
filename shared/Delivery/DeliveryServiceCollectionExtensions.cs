using Microsoft.Extensions.DependencyInjection;
using PaymentBot.Delivery.Composition;
using PaymentBot.Delivery.FanOut;
using PaymentBot.Delivery.Jobs;
using PaymentBot.Delivery.Recipients;
using PaymentBot.Delivery.Sending;
using PaymentBot.Delivery.Slots;
using PaymentBot.Identity;
using PaymentBot.Ledger;
using PaymentBot.Storage;

namespace PaymentBot.Delivery;

/// <summary>Registers everything from the ledger to the delivery of a card.</summary>
public static class DeliveryServiceCollectionExtensions
{
    /// <summary>
    /// Adds the stores, fan-out and delivery. The ports of storage, <see cref="CardSettings"/>, <see cref="DeliveryOptions"/>, <see cref="ButtonSigner"/>,
    /// the Telegram client and the clock have to be registered too.
    /// </summary>
    /// <param name="services">The services.</param>
    /// <param name="groups">The bound chats by key.</param>
    /// <returns>The same services.</returns>
    public static IServiceCollection AddDelivery(
        this IServiceCollection services,
        IReadOnlyDictionary<string, long> groups
    ) =>
        services
            .AddSingleton<RequestStore>()
            .AddSingleton<DecisionStore>()
            .AddSingleton<PendingStore>()
            .AddSingleton<FileStore>()
            .AddSingleton<SeenStore>()
            .AddSingleton<RejectDialogueStore>()
            .AddSingleton<LinkStore>()
            .AddSingleton<CardStore>()
            .AddSingleton<JobSender>()
            .AddSingleton<SendSlots>()
            .AddSingleton(provider => new GroupDirectory(groups, provider.GetRequiredService<ITableStore>()))
            .AddSingleton<TargetResolver>()
            .AddSingleton<RequestStateReader>()
            .AddSingleton<CardComposer>()
            .AddSingleton<CardAssessor>()
            .AddSingleton<CardScheduler>()
            .AddSingleton<FanOutHandler>()
            .AddSingleton<SendPace>()
            .AddSingleton<SlotGate>()
            .AddSingleton<CardFaults>()
            .AddSingleton<CardSender>()
            .AddSingleton<FileSource>()
            .AddSingleton<FileSender>()
            .AddSingleton<RequestMessages>()
            .AddSingleton<CardMaker>()
            .AddSingleton<CardDelivery>()
            .AddSingleton<MessageDelivery>()
            .AddSingleton<DeliveryHandler>()
            .AddSingleton<CardAdoption>()
            .AddSingleton<RequestIntake>()
            .AddSingleton<PersonRefresh>();
}
