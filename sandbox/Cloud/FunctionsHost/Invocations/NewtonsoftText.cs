using System.Globalization;
using System.Text;

namespace PaymentBot.Sandbox.Cloud.FunctionsHost.Invocations;

/// <summary>Texts in JSON as Newtonsoft.Json writes them, which the host uses: escapes only what must be, and three line ends.</summary>
internal static class NewtonsoftText
{
    /// <summary>A JSON string literal.</summary>
    public static string Quote(string text)
    {
        var quoted = new StringBuilder(text.Length + 16).Append('"');
        foreach (var character in text)
        {
            Append(quoted, character);
        }

        return quoted.Append('"').ToString();
    }

    private static void Append(StringBuilder quoted, char character)
    {
        var escape = character switch
        {
            '"' => "\\\"",
            '\\' => "\\\\",
            '\b' => "\\b",
            '\t' => "\\t",
            '\n' => "\\n",
            '\f' => "\\f",
            '\r' => "\\r",
            < ' ' or '\u0085' or '\u2028' or '\u2029' => string.Create(
                CultureInfo.InvariantCulture,
                $"\\u{(int)character:x4}"
            ),
            _ => null,
        };
        _ = escape is null ? quoted.Append(character) : quoted.Append(escape);
    }
}
