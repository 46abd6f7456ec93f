namespace PaymentBot.Sandbox.Telegram;

/// <summary>What is attached to a message: rows of buttons, or a prompt for a reply.</summary>
internal sealed record ReplyMarkup
{
    public static readonly ReplyMarkup None = new();

    public IReadOnlyList<IReadOnlyList<InlineButton>> Rows { get; init; } = [];

    /// <summary>Asks the reader to answer this message.</summary>
    public bool ForceReply { get; init; }

    public string? Placeholder { get; init; }

    /// <summary>Sent with ForceReply, ReplyKeyboardMarkup or ReplyKeyboardRemove: such a message can never be edited.</summary>
    public bool Frozen { get; init; }

    public IEnumerable<InlineButton> Buttons => Rows.SelectMany(row => row);

    public bool SameButtons(ReplyMarkup other) =>
        Rows.Count == other.Rows.Count && Rows.Zip(other.Rows).All(pair => pair.First.SequenceEqual(pair.Second));
}
