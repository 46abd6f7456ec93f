namespace PaymentBot.Bot.Telegram.Types;

/// <summary>Colours of a button.</summary>
/// <remarks>Source: https://core.telegram.org/bots/api#inlinekeyboardbutton.</remarks>
public static class ButtonStyle
{
    /// <summary>Red.</summary>
    public const string Danger = "danger";

    /// <summary>Green.</summary>
    public const string Success = "success";

    /// <summary>Blue.</summary>
    public const string Primary = "primary";
}
