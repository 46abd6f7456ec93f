using PaymentBot.Approvals;

namespace PaymentBot.Cards.Layout;

/// <summary>The signs that let a reader tell states apart at a glance; a word always stands beside them.</summary>
internal static class Icons
{
    public const string YourTurn = "👉";
    public const string Waiting = "🕓";
    public const string Handing = "⏳";
    public const string Taken = "☑️";
    public const string Warning = "⚠️";
    public const string Question = "❓";
    public const string Writing = "✍️";
    public const string SignedOut = "🔒";
    public const string Comment = "💬";
    public const string Approved = "✅";
    public const string Rejected = "❌";
    public const string Skipped = "⏭";
    public const string Later = "▫️";

    public static string Of(RequestStatus status) =>
        status switch
        {
            RequestStatus.Approved => Approved,
            RequestStatus.Rejected => Rejected,
            RequestStatus.Withdrawn => "↩️",
            RequestStatus.Paid => "💸",
            _ => Waiting,
        };

    public static string Of(StageState state, bool current) =>
        state switch
        {
            StageState.Approved => Approved,
            StageState.Rejected => Rejected,
            StageState.Skipped => Skipped,
            _ => current ? YourTurn : Later,
        };

    public static string Of(DecisionState state) =>
        state switch
        {
            DecisionState.Confirmed => Taken,
            DecisionState.Refused or DecisionState.Failed => Warning,
            _ => Handing,
        };
}
