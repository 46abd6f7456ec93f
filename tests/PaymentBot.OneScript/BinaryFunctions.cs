using System.Text;
using static PaymentBot.OneScript.BslOperators;

namespace PaymentBot.OneScript;

/// <summary>Functions of bytes, and of JSON.</summary>
internal static class BinaryFunctions
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    public static Dictionary<string, Func<object?[], object?>> All { get; } =
        new(StringComparer.OrdinalIgnoreCase)
        {
            ["ПолучитьДвоичныеДанныеИзСтроки"] = a => Utf8.GetBytes(Text(a[0])),
            ["ПолучитьСтрокуИзДвоичныхДанных"] = a => Utf8.GetString(Bytes(a[0])),
            ["ПолучитьБуферДвоичныхДанныхИзДвоичныхДанных"] = a => new BslBuffer([.. Bytes(a[0])]),
            ["ПолучитьДвоичныеДанныеИзБуфераДвоичныхДанных"] = a => ((BslBuffer)a[0]!).Bytes.ToArray(),
            ["ПолучитьДвоичныеДанныеИзHexСтроки"] = a => Convert.FromHexString(Text(a[0])),
            ["ПолучитьHexСтрокуИзДвоичныхДанных"] = a => Convert.ToHexString(Bytes(a[0])),
            ["ПолучитьДвоичныеДанныеИзBase64Строки"] = a => FromBase64(Text(a[0])),
            ["ПолучитьBase64СтрокуИзДвоичныхДанных"] = a =>
                Convert.ToBase64String(Bytes(a[0]), Base64FormattingOptions.InsertLineBreaks),
            ["СоединитьДвоичныеДанные"] = a => ((List<object?>)a[0]!).SelectMany(Bytes).ToArray(),
            ["ЗаписатьJSON"] = a => ((BslJsonWriter)a[0]!).Write(a[1]),
            ["ПрочитатьJSON"] = a => ((BslJsonReader)a[0]!).ReadAll(a[1] is true),
        };

    /// <summary>OneScript gives no bytes for what is not base64.</summary>
    private static byte[] FromBase64(string text)
    {
        var bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text, bytes, out var length) ? bytes[..length] : [];
    }
}
