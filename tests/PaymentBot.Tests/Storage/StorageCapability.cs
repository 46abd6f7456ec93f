namespace PaymentBot.Tests.Storage;

/// <summary>What a store under test can do beyond the port's promises, or what its tests can do with it.</summary>
[Flags]
public enum StorageCapability
{
    None = 0,

    /// <summary>Its time is the test's <see cref="StorageFixture.Clock"/>; otherwise it is a server's.</summary>
    ManualClock = 1,

    /// <summary>Given-up messages keep their count of tries and are listed oldest first.</summary>
    PoisonShelf = 2,

    /// <summary>A receipt is void at the moment its lease runs out, not only when somebody else receives the message.</summary>
    ReceiptDiesWithLease = 4,

    /// <summary>Instants keep their offset from UTC.</summary>
    InstantOffset = 8,

    /// <summary>Text and bytes of more than 64 KB fit into one property.</summary>
    LargeProperties = 16,
}
