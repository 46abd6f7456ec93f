namespace PaymentBot.Functions.SignIn.Pages;

/// <summary>What the page after Google's word shows.</summary>
internal sealed record ContinueView
{
    /// <summary>The name of the Telegram account that asked, fit to be shown.</summary>
    public required string TelegramName { get; init; }

    /// <summary>Its username without the at sign, or null.</summary>
    public required string? Username { get; init; }

    /// <summary>The mailbox that Google vouched for.</summary>
    public required string Mailbox { get; init; }

    /// <summary>Where the code is handed to the bot.</summary>
    public required Uri FinishAddress { get; init; }

    /// <summary>What the form carries, so that only this page can send it.</summary>
    public required string State { get; init; }
}
