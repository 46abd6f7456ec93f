namespace PaymentBot.Tests.App.Support;

/// <summary>One hour of a request's life.</summary>
internal enum StoryEvent
{
    ChangedThrice,

    Approved,

    ApprovedByAnother,

    Rejected,

    ChangedAndApprovedAtOnce,

    Withdrawn,

    OldSnapshotsAgain,
}
