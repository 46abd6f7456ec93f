using PaymentBot.Approvals;

namespace PaymentBot.Erp.Snapshots;

/// <summary>The fixed words of a snapshot.</summary>
internal static class SnapshotWords
{
    public const string Schema = "payment-request/1";

    public const string Any = "any";

    public const string All = "all";

    public const string AtLeast = "atLeast";

    public static WireWords<RequestStatus> Statuses { get; } =
        new(
            ("pending", RequestStatus.Pending),
            ("approved", RequestStatus.Approved),
            ("rejected", RequestStatus.Rejected),
            ("withdrawn", RequestStatus.Withdrawn),
            ("paid", RequestStatus.Paid)
        );

    public static WireWords<StageState> States { get; } =
        new(
            ("waiting", StageState.Waiting),
            ("current", StageState.Current),
            ("approved", StageState.Approved),
            ("rejected", StageState.Rejected),
            ("skipped", StageState.Skipped)
        );
}
