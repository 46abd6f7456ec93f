namespace PaymentBot.Bot.People;

/// <summary>How far a sign-in has come. A stage only ever changes to a later one.</summary>
public enum LoginStage
{
    /// <summary>The button was sent to the Telegram user.</summary>
    Issued,

    /// <summary>A browser opened it and is bound to it.</summary>
    Started,

    /// <summary>Google vouched for the mailbox; the one-time code is out.</summary>
    Proven,

    /// <summary>The code came back and was spent.</summary>
    Used,

    /// <summary>It ended without a link: stolen, denied, or replaced by a newer ticket of the same user.</summary>
    Dead,
}
