namespace PaymentBot.Sandbox.Telegram;

/// <summary>A text as a reader sees it, with its formatting.</summary>
/// <param name="Plain">The text after parsing and trimming.</param>
/// <param name="Entities">Its formatting, in the order of the text.</param>
/// <param name="Html">The same as Telegram HTML, for showing.</param>
internal sealed record FormattedText(string Plain, IReadOnlyList<TextEntity> Entities, string Html)
{
    public static readonly FormattedText Empty = new(string.Empty, [], string.Empty);

    /// <summary>Length in Unicode code points, which is what Telegram limits.</summary>
    public int CodePoints => Plain.EnumerateRunes().Count();

    /// <summary>Takes a text without formatting.</summary>
    public static FormattedText FromPlain(string text)
    {
        var plain = text.Trim();
        return new FormattedText(plain, [], System.Net.WebUtility.HtmlEncode(plain));
    }

    public bool SameAs(FormattedText other) =>
        string.Equals(Plain, other.Plain, StringComparison.Ordinal) && Entities.SequenceEqual(other.Entities);
}
