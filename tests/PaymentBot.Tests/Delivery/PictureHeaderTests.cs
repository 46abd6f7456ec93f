using FsCheck;
using FsCheck.Fluent;
using PaymentBot.Bot.Delivery.Sending;
using PaymentBot.Sandbox.Erp;

namespace PaymentBot.Tests.Delivery;

public sealed class PictureHeaderTests
{
    private static readonly byte[] s_jpeg =
    [
        .. new byte[] { 0xFF, 0xD8, 0xFF, 0xE0, 0x00, 0x04, 0x01, 0x02 },
        .. new byte[] { 0xFF, 0xC4, 0x00, 0x03, 0x09, 0xFF },
        .. new byte[] { 0xFF, 0xC2, 0x00, 0x11, 0x08, 0x04, 0x38, 0x07, 0x80, 0x03 },
    ];

    [Fact]
    public void Png_tells_its_size() => Assert.Equal((320, 160), PictureHeader.Read(SampleFiles.Png()));

    [Fact]
    public void Jpeg_tells_its_size_behind_other_segments_and_fill_bytes() =>
        Assert.Equal((1920, 1080), PictureHeader.Read(s_jpeg));

    [Theory]
    [InlineData("")]
    [InlineData("%PDF-1.4 and more text than a header needs")]
    [InlineData("GIF89a and more text than a header needs")]
    public void Anything_else_is_no_picture(string text) =>
        Assert.Null(PictureHeader.Read(System.Text.Encoding.ASCII.GetBytes(text)));

    [Fact]
    public void Header_that_is_cut_off_tells_nothing()
    {
        var png = SampleFiles.Png();
        Assert.All(Enumerable.Range(0, 24), length => Assert.Null(PictureHeader.Read(png.AsSpan(0, length))));
        Assert.All(Enumerable.Range(0, 21), length => Assert.Null(PictureHeader.Read(s_jpeg.AsSpan(0, length))));
    }

    [Fact]
    public void No_bytes_do_harm() =>
        Prop.ForAll(
                Gen.Choose(0, 255).ArrayOf(64).ToArbitrary(),
                noise =>
                {
                    byte[] bytes = [.. noise.Select(value => (byte)value)];
                    foreach (
                        var start in new byte[][]
                        {
                            [],
                            [0xFF, 0xD8, 0xFF],
                            [.. s_jpeg.Take(10)],
                            SampleFiles.Png()[..12],
                        }
                    )
                    {
                        _ = PictureHeader.Read([.. start, .. bytes]);
                    }
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(300).WithQuietOnSuccess(true));
}
