using System.Runtime.CompilerServices;
using System.Text;

namespace PaymentBot.Tests.Cards.Screens;

/// <summary>
/// Compares a text with the approved file beside the tests. On a difference the text is written beside it as <c>*.received.txt</c>: read
/// it, and if it is better, move it over the approved one.
/// </summary>
internal static class ApprovedText
{
    public static void Check(string name, string text, [CallerFilePath] string caller = "")
    {
        var approved = Path.Combine(Path.GetDirectoryName(caller)!, "Approved", name);
        var received = Path.ChangeExtension(approved, ".received.txt");
        var expected = File.Exists(approved) ? File.ReadAllText(approved) : string.Empty;
        if (string.Equals(expected, text, StringComparison.Ordinal))
        {
            File.Delete(received);
            return;
        }

        File.WriteAllText(received, text);
        Assert.Fail($"{name} differs.\n{Diff(expected, text)}\nTo approve: mv '{received}' '{approved}'");
    }

    /// <summary>The approved files there are.</summary>
    public static IEnumerable<string> All([CallerFilePath] string caller = "")
    {
        var folder = Path.Combine(Path.GetDirectoryName(caller)!, "Approved");
        return Directory
            .EnumerateFiles(folder, "*.txt", SearchOption.AllDirectories)
            .Where(file => !file.EndsWith(".received.txt", StringComparison.Ordinal))
            .Select(file => Path.GetRelativePath(folder, file));
    }

    private static string Diff(string expected, string actual)
    {
        var before = expected.Split('\n');
        var after = actual.Split('\n');
        var diff = new StringBuilder();
        for (var i = 0; i < Math.Max(before.Length, after.Length); i++)
        {
            var old = before.ElementAtOrDefault(i);
            var now = after.ElementAtOrDefault(i);
            diff.Append(string.Equals(old, now, StringComparison.Ordinal) ? $"  {old}\n" : $"- {old}\n+ {now}\n");
        }

        return diff.ToString();
    }
}
