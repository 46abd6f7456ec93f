namespace PaymentBot.Tests.App.Inbox;

/// <summary>One thing a person may do at any moment.</summary>
internal enum InterruptionStep
{
    BeginRejecting,

    BeginWriting,

    GoBack,

    OpenSettings,

    ChooseQuietHours,

    WriteHours,

    AskForList,

    OpenFromLink,

    AskForHelp,

    PressAnyOldButton,

    DocumentChanges,

    BotRestarts,

    WaitADay,
}
