using System.Globalization;
using System.Text.RegularExpressions;
using PaymentBot.Functions.SignIn.Pages;
using QRCoder;

namespace PaymentBot.Tests.App.Web;

public sealed partial class QrCodeSvgTests
{
    private const string Address = "https://t.me/example_payment_bot?start=AAAAAAAAAAAAAAAAAAAAAA";

    [Fact]
    public void Path_paints_exactly_the_dark_modules()
    {
        using var code = QRCodeGenerator.GenerateQrCode(Address, QRCodeGenerator.ECCLevel.M);
        var painted = new HashSet<(int X, int Y)>();
        foreach (var groups in Runs().Matches(QrCodeSvg.Draw(Address, "label").Html).Select(run => run.Groups))
        {
            int Number(string name) => int.Parse(groups[name].Value, CultureInfo.InvariantCulture);
            for (var offset = 0; offset < Number("length"); offset++)
            {
                Assert.True(painted.Add((Number("x") + offset, Number("y"))));
            }
        }

        for (var y = 0; y < code.ModuleMatrix.Count; y++)
        {
            for (var x = 0; x < code.ModuleMatrix.Count; x++)
            {
                Assert.Equal(code.ModuleMatrix[y][x], painted.Contains((x, y)));
            }
        }
    }

    [Fact]
    public void Four_light_modules_stand_around_the_code()
    {
        using var code = QRCodeGenerator.GenerateQrCode(Address, QRCodeGenerator.ECCLevel.M);

        Assert.All(code.ModuleMatrix.Take(4), row => Assert.DoesNotContain(true, row.Cast<bool>()));
        Assert.Contains(true, code.ModuleMatrix[4].Cast<bool>());
    }

    [Fact]
    public void Screen_readers_get_the_label_encoded() =>
        Assert.Contains(
            "role=\"img\" aria-label=\"a &quot;code&quot;\"",
            QrCodeSvg.Draw(Address, "a \"code\"").Html,
            StringComparison.Ordinal
        );

    [GeneratedRegex(
        @"M(?<x>\d+) (?<y>\d+)h(?<length>\d+)v1",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Runs();
}
