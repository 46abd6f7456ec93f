using PaymentBot.Cards.Markup;

namespace PaymentBot.Tests.Cards;

public sealed class ForeignTextTests
{
    [Theory]
    [InlineData("a\u202Eb\u2066c\u200Fd\u061Ce", "abcde")]
    [InlineData("a\u0000b\u0007c", "abc")]
    [InlineData("  one \r\n two\t\tthree \u2028 four ", "one two three four")]
    [InlineData(null, "")]
    public void Inline_text_is_one_clean_line(string? text, string clean) =>
        Assert.Equal(clean, ForeignText.Inline(text, 100));

    [Fact]
    public void Half_a_surrogate_pair_is_replaced() =>
        Assert.Equal("a\uFFFDb", ForeignText.Inline(string.Concat("a", '\uD83D', "b"), 100));

    [Fact]
    public void Lines_are_kept_but_never_two_empty_ones() =>
        Assert.Equal("a\n\nb\nc", ForeignText.Lines("\n a \r\n\n\n\n  b\nc\n\n", 100));

    [Fact]
    public void Right_to_left_text_is_isolated_from_ours() =>
        Assert.Equal("\u2068שלום\u2069", ForeignText.Inline("\u202Eשלום", 100));

    [Fact]
    public void Marks_do_not_pile_up() =>
        Assert.Equal("a" + new string('\u0301', 8), ForeignText.Inline("a" + new string('\u0301', 500), 100));

    [Theory]
    [InlineData("abcdef", 6, "abcdef")]
    [InlineData("abcdef", 5, "abcd…")]
    [InlineData("ab cdef", 4, "ab…")]
    [InlineData("😀😀😀", 3, "😀😀😀")]
    [InlineData("😀😀😀😀", 3, "😀😀…")]
    [InlineData("ae\u0301e\u0301", 4, "ae\u0301…")]
    [InlineData("x👨‍👩‍👧‍👦y", 6, "x…")]
    [InlineData("🇷🇺🇷🇺", 3, "🇷🇺…")]
    public void Cut_counts_code_points_and_spares_clusters(string text, int max, string cut) =>
        Assert.Equal(cut, Cutter.Cut(text, max));

    [Fact]
    public void Long_cuts_end_with_a_word() =>
        Assert.Equal(
            "one two three four five six seven eight…",
            Cutter.Cut("one two three four five six seven eight nineteen", 42)
        );
}
