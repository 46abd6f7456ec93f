using PaymentBot.Bot.Delivery.Composition;
using PaymentBot.Bot.Delivery.FanOut;
using PaymentBot.Bot.Delivery.Inline;
using PaymentBot.Bot.Delivery.Recipients;
using PaymentBot.Bot.Delivery.Sending;
using PaymentBot.Bot.Delivery.Slots;
using PaymentBot.Bot.Jobs;
using PaymentBot.Bot.People;
using PaymentBot.Bot.Requests;
using PaymentBot.Bot.Search;
using PaymentBot.Storage;

namespace PaymentBot.Bot.Delivery;

/// <summary>Registers everything from the ledger to the delivery of a card.</summary>
public static class DeliveryServiceCollectionExtensions
{
    /// <summary>
    /// Adds the stores, fan-out and delivery. The ports of storage, <see cref="CardSettings"/>, <see cref="DeliveryOptions"/>, <see cref="ButtonSigner"/>, <see cref="IRequestLinks"/>, <see cref="IGroupObserver"/>,
    /// <see cref="OperatorChat"/>, <see cref="Approvals.ApprovalPolicy"/>,
    /// an <see cref="IInlineSenders"/>, the Telegram client and the clock have to be registered too.
    /// </summary>
    /// <param name="services">The services.</param>
    /// <param name="groups">The places of groups by key, from the settings; compared without case.</param>
    /// <returns>The same services.</returns>
    public static IServiceCollection AddDelivery(
        this IServiceCollection services,
        IReadOnlyDictionary<string, GroupPlace> groups
    ) =>
        services
            .AddSingleton<RequestStore>()
            .AddSingleton<DecisionStore>()
            .AddSingleton<DecisionOutbox>()
            .AddSingleton<NoteStore>()
            .AddSingleton<PendingStore>()
            .AddSingleton<FileStore>()
            .AddSingleton<SeenStore>()
            .AddSingleton<DecisionDialogueStore>()
            .AddSearch()
            .AddInlineCards()
            .AddSingleton<LinkStore>()
            .AddSingleton<CardStore>()
            .AddSingleton<JobSender>()
            .AddSingleton<SendSlots>()
            .AddGroups(groups)
            .AddSingleton<TargetResolver>()
            .AddSingleton<RequestStateReader>()
            .AddSingleton<CardComposer>()
            .AddSingleton<ToldStore>()
            .AddSingleton<InitiatorNotices>()
            .AddSingleton<CardInboxes>()
            .AddSingleton<FanOutAftermath>()
            .AddSingleton<CardAssessor>()
            .AddSingleton<CardScheduler>()
            .AddSingleton<FanOutHandler>()
            .AddSending()
            .AddSingleton<DeliveryHandler>()
            .AddSingleton<CardAdoption>()
            .AddSingleton<RequestIntake>()
            .AddSingleton<PersonRefresh>()
            .AddSingleton<ReachabilityKeeper>();

    private static IServiceCollection AddSending(this IServiceCollection services) =>
        services
            .AddSingleton<SendPace>()
            .AddSingleton<SlotGate>()
            .AddSingleton<CardFaults>()
            .AddSingleton<CardSender>()
            .AddSingleton<FileSource>()
            .AddSingleton<FileSender>()
            .AddSingleton<ChatFileStore>()
            .AddSingleton<FileDelivery>()
            .AddSingleton<RequestMessages>()
            .AddSingleton<ScreenSender>()
            .AddSingleton<CardRetirement>()
            .AddSingleton<CardOpening>()
            .AddSingleton<CardMaker>()
            .AddSingleton<StaleQuestions>()
            .AddSingleton<CardDelivery>()
            .AddSingleton<MessageDelivery>()
            .AddSingleton<PlainMessages>();

    private static IServiceCollection AddInlineCards(this IServiceCollection services) =>
        services
            .AddSingleton<InlineComposer>()
            .AddSingleton<InlineCards>()
            .AddSingleton<InlineAssessor>()
            .AddSingleton<InlineDelivery>();

    private static IServiceCollection AddSearch(this IServiceCollection services) =>
        services
            .AddSingleton<SearchIndex>()
            .AddSingleton(provider => new RequestSearch(
                provider.GetRequiredService<ITableStore>(),
                provider.GetRequiredService<RequestStore>(),
                provider.GetRequiredService<PendingStore>(),
                provider.GetRequiredService<DecisionStore>(),
                provider.GetRequiredService<CardSettings>().TimeZone
            ));

    private static IServiceCollection AddGroups(
        this IServiceCollection services,
        IReadOnlyDictionary<string, GroupPlace> groups
    ) =>
        services
            .AddSingleton<GroupBindings>()
            .AddSingleton<GroupChats>()
            .AddSingleton(provider => new GroupDirectory(
                groups,
                provider.GetRequiredService<GroupBindings>(),
                provider.GetRequiredService<GroupChats>()
            ))
            .AddSingleton<GroupBinder>()
            .AddSingleton<GroupBacklog>()
            .AddSingleton<GroupWatch>()
            .AddSingleton<GroupFaults>();
}
