using PaymentBot.Storage;

namespace PaymentBot.Bot.Delivery.Composition;

/// <summary>Tells whether two cards look the same. Pure.</summary>
internal static class CardHash
{
    /// <summary>22 characters that differ when text or buttons differ.</summary>
    /// <param name="html">The text.</param>
    /// <param name="keyboard">Rows of buttons, empty for none.</param>
    public static string Of(string html, IReadOnlyList<IReadOnlyList<CardKey>> keyboard)
    {
        var buttons = keyboard.SelectMany(row =>
            row.Select(button => $"{button.Text}\t{button.Data}{button.Url}").Append("\n")
        );
        return StorageKey.Of($"{html}\0{string.Join('\n', buttons)}");
    }
}
