namespace PaymentBot.Erp.Snapshots;

/// <summary>The longest texts a snapshot may hold, in characters (Unicode code points), and the longest lists.</summary>
public static class SnapshotLimit
{
    /// <summary>Names of people, organizations, payees and files.</summary>
    public const int Name = 1_000;

    /// <summary>The purpose of a payment, and the comment of a decided stage.</summary>
    public const int Purpose = 5_000;

    /// <summary>Codes and short words: number, operation, priority, role, tax mode, account, group key.</summary>
    public const int Code = 200;

    /// <summary>A mailbox (RFC 5321).</summary>
    public const int Email = 320;

    /// <summary>Stages of a route.</summary>
    public const int Stages = 100;

    /// <summary>Approvers of all stages together.</summary>
    public const int Approvers = 500;

    /// <summary>Groups that watch a request.</summary>
    public const int Groups = 50;

    /// <summary>Files of a request.</summary>
    public const int Attachments = 200;
}
