namespace PaymentBot.Bot.Telegram.Types;

/// <summary>What the bot seems to be doing, shown for at most five seconds.</summary>
/// <remarks>Source: https://core.telegram.org/bots/api#sendchataction.</remarks>
public static class ChatAction
{
    /// <summary>Typing.</summary>
    public const string Typing = "typing";

    /// <summary>Sending a file.</summary>
    public const string UploadDocument = "upload_document";
}
