namespace PaymentBot.Functions.SignIn.Pages;

/// <summary>A piece of a page that is HTML already. Whatever is not a <see cref="Markup"/> is encoded before it gets into one.</summary>
/// <param name="Html">The HTML.</param>
internal readonly record struct Markup(string Html)
{
    /// <summary>Makes HTML out of an interpolated string: its own text stays as it is, its holes are encoded.</summary>
    /// <param name="template">The template.</param>
    public static Markup Of(MarkupTemplate template) => new(template.ToString());

    /// <summary>Sets pieces one after the other.</summary>
    /// <param name="pieces">The pieces.</param>
    public static Markup Join(IEnumerable<Markup> pieces) => new(string.Concat(pieces.Select(piece => piece.Html)));

    /// <inheritdoc />
    public override string ToString() => Html ?? string.Empty;
}
