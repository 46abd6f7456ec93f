using System.Collections;
using System.Globalization;
using System.Text;
using QRCoder;

namespace PaymentBot.Functions.SignIn.Pages;

/// <summary>Draws a QR code as one path, dark on white also on a dark page: phones read no other.</summary>
internal static class QrCodeSvg
{
    /// <summary>Draws a code.</summary>
    /// <param name="content">What the code says, at most 1000 characters.</param>
    /// <param name="label">What a screen reader says.</param>
    public static Markup Draw(string content, string label)
    {
        // The matrix holds the quiet zone already, four modules on each side.
        using var code = QRCodeGenerator.GenerateQrCode(content, QRCodeGenerator.ECCLevel.M);
        var size = code.ModuleMatrix.Count;
        return Markup.Of(
            $"""
            <svg viewBox="0 0 {size} {size}" role="img" aria-label="{label}" shape-rendering="crispEdges">
            <path fill="#fff" d="M0 0h{size}v{size}H0z"/><path fill="#000" d="{Path(code.ModuleMatrix)}"/></svg>
            """
        );
    }

    private static string Path(List<BitArray> rows)
    {
        var path = new StringBuilder();
        for (var y = 0; y < rows.Count; y++)
        {
            var x = 0;
            while (x < rows[y].Count)
            {
                var length = RunAt(rows[y], x);
                if (length > 0)
                {
                    path.Append(CultureInfo.InvariantCulture, $"M{x} {y}h{length}v1h-{length}z");
                }

                // The module behind a run is light.
                x += length + 1;
            }
        }

        return path.ToString();
    }

    private static int RunAt(BitArray row, int start)
    {
        var end = start;
        while (end < row.Count && row[end])
        {
            end++;
        }

        return end - start;
    }
}
