using PaymentBot.Approvals;
using PaymentBot.Cards.Groups;

namespace PaymentBot.Cards;

/// <summary>All that a card is a function of.</summary>
public sealed record CardContext
{
    /// <summary>The longest message text, in code points after entity parsing (https://core.telegram.org/bots/api#sendmessage).</summary>
    public const int MaxText = 4096;

    /// <summary>The longest caption, in code points after entity parsing (https://core.telegram.org/bots/api#senddocument).</summary>
    public const int MaxCaption = 1024;

    /// <summary>The latest snapshot.</summary>
    public required PaymentRequest Request { get; init; }

    /// <summary>In which capacity the chat sees it.</summary>
    public required CardAudience Audience { get; init; }

    /// <summary>The person who reads it; null for a group.</summary>
    public ErpId? Reader { get; init; }

    /// <summary>The reader's language.</summary>
    public required Language Language { get; init; }

    /// <summary>The zone in which times are shown.</summary>
    public required TimeZoneInfo TimeZone { get; init; }

    /// <summary>Since when the request is as it is; null when nothing older than the snapshot is known.</summary>
    public UnchangedSince? Since { get; init; }

    /// <summary>What the company demands of approvals.</summary>
    public ApprovalPolicy Policy { get; init; } = ApprovalPolicy.None;

    /// <summary>
    /// The decisions made through the bot for the current revision and those still in flight, oldest first; also the confirmed ones since the content last changed, and each approver's last
    /// one if it was refused or failed, of whatever revision, so that the reader learns why.
    /// </summary>
    public IReadOnlyList<Decision> Decisions { get; init; } = [];

    /// <summary>Which question the card is asking.</summary>
    public CardDialogue Dialogue { get; init; }

    /// <summary>What the reader wrote before <see cref="CardDialogue.Confirming"/>, or null.</summary>
    public string? Comment { get; init; }

    /// <summary>Whether the chat still belongs to the reader; if not, the card has no buttons and says so.</summary>
    public bool Linked { get; init; } = true;

    /// <summary>How many of the attachments can be sent to this chat now; the Files button shows when it is above 0.</summary>
    public int SendableFiles { get; init; }

    /// <summary>The https address that opens this request in the private chat, or null; the only button of a group card.</summary>
    public string? PrivateChatUrl { get; init; }

    /// <summary>How much a group sees; of no account for others.</summary>
    public Redaction Redaction { get; init; }

    /// <summary>The longest text wanted, in code points: <see cref="MaxText"/> or <see cref="MaxCaption"/>; 512 or more.</summary>
    public int MaxLength { get; init; } = MaxText;
}

/// <summary>In which capacity a chat sees a card.</summary>
public enum CardAudience
{
    /// <summary>A person of the route: sees everything and, when it is their turn, the buttons.</summary>
    Approver,

    /// <summary>The person who asked for the payment.</summary>
    Initiator,

    /// <summary>A bound group: no decisions there.</summary>
    Group,
}

/// <summary>Which question a private card is asking its reader. The texts are stored: never rename.</summary>
public enum CardDialogue
{
    /// <summary>None: Approve and Reject.</summary>
    None,

    /// <summary>Which reason to reject for.</summary>
    ChoosingReason,

    /// <summary>The bot waits for the reason as text.</summary>
    WritingReason,

    /// <summary>The bot waits for the comment of an approval as text.</summary>
    WritingComment,

    /// <summary>Whether so large an amount is really approved.</summary>
    Confirming,
}
