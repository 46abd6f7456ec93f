using PaymentBot.Testing;
using PaymentBot.Tests.App;
using PaymentBot.Tests.App.Deciding;
using PaymentBot.Tests.App.Inbox;
using PaymentBot.Tests.App.Pull;
using PaymentBot.Tests.Storage;

[assembly: TestCollectionOrderer("PaymentBot.Tests.LongestFirst", "PaymentBot.Tests")]

namespace PaymentBot.Tests;

/// <summary>The stories go on for half a minute each.</summary>
internal sealed class LongestFirst()
    : CollectionOrder(
        nameof(AnyOrderTests),
        nameof(InterruptedDialogueTests),
        nameof(CrashingConsumerTests),
        nameof(DialogueInterleavingTests),
        nameof(AzureTableStoreTests),
        nameof(SqliteDatabaseTests)
    );
