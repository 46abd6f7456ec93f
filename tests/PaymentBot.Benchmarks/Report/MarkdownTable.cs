using System.Text;

namespace PaymentBot.Benchmarks.Report;

/// <summary>A table in Markdown; all columns but the first are figures.</summary>
internal sealed class MarkdownTable(string caption, params string[] columns)
{
    private readonly List<string[]> _rows = [];

    /// <summary>Adds a row of as many cells as there are columns.</summary>
    public void Add(params string[] cells) => _rows.Add(cells);

    public override string ToString()
    {
        var text = new StringBuilder().Append(caption).Append("\n\n");
        AppendRow(text, columns);
        AppendRow(text, columns.Select((_, index) => index == 0 ? "---" : "---:"));
        foreach (var row in _rows)
        {
            AppendRow(text, row);
        }

        return text.ToString();
    }

    private static void AppendRow(StringBuilder text, IEnumerable<string> cells) =>
        text.Append("| ").AppendJoin(" | ", cells).Append(" |\n");
}
