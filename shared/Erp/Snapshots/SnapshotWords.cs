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

/// <summary>The exact words that stand for the values of an enum on the wire, in both directions.</summary>
internal sealed class WireWords<T>(params (string Word, T Value)[] words)
    where T : struct, Enum
{
    /// <summary>Every word, for an error text.</summary>
    public string Allowed { get; } = string.Join(", ", words.Select(pair => pair.Word));

    public bool TryRead(string word, out T value)
    {
        foreach ((var known, var meaning) in words)
        {
            if (string.Equals(known, word, StringComparison.Ordinal))
            {
                value = meaning;
                return true;
            }
        }

        value = default;
        return false;
    }

    public string Of(T value) => words.First(pair => EqualityComparer<T>.Default.Equals(pair.Value, value)).Word;
}
