using System.Text;
using System.Text.Json.Serialization;

namespace PaymentBot.Bot.Telegram.Types;

/// <summary>
/// A button with exactly one action. The factories hold that; a button that came from Telegram with an action unknown here is
/// refused when it is sent again, because Telegram would silently take the first of two actions.
/// </summary>
/// <remarks>Source: https://core.telegram.org/bots/api#inlinekeyboardbutton.</remarks>
public sealed record InlineKeyboardButton
{
    /// <summary>The longest <see cref="CallbackData"/>, in UTF-8 bytes.</summary>
    public const int MaxCallbackDataBytes = 64;

    /// <summary>The label.</summary>
    public required string Text { get; init; }

    /// <summary>One of <see cref="ButtonStyle"/>; null for the default colour.</summary>
    public string? Style { get; init; }

    /// <summary>Opens this http, https or tg address.</summary>
    [JsonInclude]
    public string? Url { get; internal init; }

    /// <summary>Comes back in <see cref="CallbackQuery.Data"/>; 1 to 64 bytes of UTF-8.</summary>
    [JsonInclude]
    public string? CallbackData { get; internal init; }

    /// <summary>Lets the person choose a chat and types this query there.</summary>
    [JsonInclude]
    public string? SwitchInlineQuery { get; internal init; }

    /// <summary>Types this query in the current chat.</summary>
    [JsonInclude]
    public string? SwitchInlineQueryCurrentChat { get; internal init; }

    /// <summary>Lets the person choose a chat of given kinds.</summary>
    [JsonInclude]
    public SwitchInlineQueryChosenChat? SwitchInlineQueryChosenChat { get; internal init; }

    /// <summary>Puts a text on the clipboard.</summary>
    [JsonInclude]
    public CopyTextButton? CopyText { get; internal init; }

    /// <summary>A button whose tap reaches the bot.</summary>
    /// <param name="text">The label.</param>
    /// <param name="data">1 to 64 bytes of UTF-8.</param>
    /// <returns>The button.</returns>
    /// <exception cref="ArgumentException">The data is empty or too long.</exception>
    public static InlineKeyboardButton Callback(string text, string data)
    {
        CheckCallbackData(data);
        return new() { Text = Label(text), CallbackData = data };
    }

    /// <summary>A button that opens an address.</summary>
    /// <param name="text">The label.</param>
    /// <param name="url">An http, https or tg address.</param>
    /// <returns>The button.</returns>
    /// <exception cref="ArgumentException">A part is empty.</exception>
    public static InlineKeyboardButton OpenUrl(string text, string url)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(url);
        return new() { Text = Label(text), Url = url };
    }

    /// <summary>A button that takes an inline query to a chat of the person's choice.</summary>
    /// <param name="text">The label.</param>
    /// <param name="query">The query; may be empty.</param>
    /// <returns>The button.</returns>
    public static InlineKeyboardButton SwitchInline(string text, string query) =>
        new() { Text = Label(text), SwitchInlineQuery = query };

    /// <summary>A button that types an inline query in the current chat.</summary>
    /// <param name="text">The label.</param>
    /// <param name="query">The query; may be empty.</param>
    /// <returns>The button.</returns>
    public static InlineKeyboardButton SwitchInlineCurrentChat(string text, string query) =>
        new() { Text = Label(text), SwitchInlineQueryCurrentChat = query };

    /// <summary>A button that takes an inline query to a chat of given kinds.</summary>
    /// <param name="text">The label.</param>
    /// <param name="target">The query and the kinds of chat.</param>
    /// <returns>The button.</returns>
    public static InlineKeyboardButton SwitchInlineChosenChat(string text, SwitchInlineQueryChosenChat target) =>
        new() { Text = Label(text), SwitchInlineQueryChosenChat = target };

    /// <summary>A button that puts a text on the clipboard.</summary>
    /// <param name="text">The label.</param>
    /// <param name="copied">1 to 256 characters.</param>
    /// <returns>The button.</returns>
    /// <exception cref="ArgumentException">The text to copy is empty.</exception>
    public static InlineKeyboardButton Copy(string text, string copied)
    {
        ArgumentException.ThrowIfNullOrEmpty(copied);
        return new()
        {
            Text = Label(text),
            CopyText = new() { Text = copied },
        };
    }

    /// <summary>Refuses a button that Telegram would refuse or misread.</summary>
    /// <param name="parameterName">The parameter to blame.</param>
    /// <exception cref="ArgumentException">No action or more than one, or callback_data of a wrong length.</exception>
    internal void Check(string parameterName)
    {
        object?[] actions =
        [
            Url,
            CallbackData,
            SwitchInlineQuery,
            SwitchInlineQueryCurrentChat,
            SwitchInlineQueryChosenChat,
            CopyText,
        ];
        var count = actions.Count(action => action is not null);
        if (count != 1)
        {
            throw new ArgumentException($"A button needs exactly one action, this one has {count}.", parameterName);
        }

        if (CallbackData is not null)
        {
            CheckCallbackData(CallbackData);
        }
    }

    private static string Label(string text)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(text);
        return text;
    }

    private static void CheckCallbackData(string data)
    {
        ArgumentNullException.ThrowIfNull(data);
        var bytes = Encoding.UTF8.GetByteCount(data);
        if (bytes is < 1 or > MaxCallbackDataBytes)
        {
            throw new ArgumentException(
                $"callback_data takes 1 to {MaxCallbackDataBytes} bytes, not {bytes}.",
                nameof(data)
            );
        }
    }
}
