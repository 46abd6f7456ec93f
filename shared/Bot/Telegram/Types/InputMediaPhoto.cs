namespace PaymentBot.Bot.Telegram.Types;

/// <summary>A photo of an album.</summary>
/// <remarks>Source: https://core.telegram.org/bots/api#inputmediaphoto.</remarks>
public sealed record InputMediaPhoto : InputMedia;
