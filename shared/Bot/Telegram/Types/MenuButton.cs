namespace PaymentBot.Bot.Telegram.Types;

/// <summary>The button beside the input field of a private chat.</summary>
/// <remarks>Source: https://core.telegram.org/bots/api#menubutton.</remarks>
public sealed record MenuButton
{
    /// <summary>The button that opens the command menu.</summary>
    public static MenuButton Commands { get; } = new() { Type = "commands" };

    /// <summary>The discriminator: <c>commands</c>, <c>web_app</c> or <c>default</c>.</summary>
    public required string Type { get; init; }
}
