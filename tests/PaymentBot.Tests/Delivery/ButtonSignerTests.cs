using System.Buffers.Text;
using FsCheck;
using FsCheck.Fluent;
using PaymentBot.Approvals;
using PaymentBot.Bot.Delivery.Composition;
using PaymentBot.Bot.Requests;
using PaymentBot.Cards;

namespace PaymentBot.Tests.Delivery;

public sealed class ButtonSignerTests
{
    private static readonly ButtonSigner Signer = new([.. Enumerable.Range(0, 32).Select(number => (byte)number)]);

    private static readonly ButtonData Button = new(CardAction.Approve, RequestKey.Of(new RequestId("r")), 7);

    [Fact]
    public void Whatever_is_written_is_read_back_and_fits_sixty_four_bytes() =>
        Prop.ForAll(
                Buttons.ToArbitrary(),
                button =>
                {
                    var text = Signer.Write(button, 5, 6);
                    return System.Text.Encoding.UTF8.GetByteCount(text) is > 0 and <= 64
                        && Signer.Read(text, 5, 6) == button;
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Any_flipped_bit_makes_it_worthless()
    {
        var bytes = Base64Url.DecodeFromChars(Signer.Write(Button, 5, 6));
        Prop.ForAll(
                Gen.Choose(0, (bytes.Length * 8) - 1).ToArbitrary(),
                bit =>
                {
                    byte[] forged = [.. bytes];
                    forged[bit / 8] ^= (byte)(1 << (bit % 8));
                    return Signer.Read(Base64Url.EncodeToString(forged), 5, 6) is null;
                }
            )
            .QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Button_of_another_chat_user_or_key_is_worthless()
    {
        var text = Signer.Write(Button, 5, 6);

        Assert.Null(Signer.Read(text, 6, 6));
        Assert.Null(Signer.Read(text, 5, 5));
        Assert.Null(new ButtonSigner(new byte[32]).Read(text, 5, 6));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("approve")]
    [InlineData("====================================================")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("яяяяяяяяяяяяяяяяяяяяяяяяяяяяяяяяяяяяяяяяяяяяяяяяяяяя")]
    [InlineData("AAAA AAAA AAAA AAAA AAAA AAAA AAAA AAAA AAAA AAAA AA")]
    public void Foreign_text_is_worthless(string? text) => Assert.Null(Signer.Read(text, 5, 6));

    [Fact]
    public void Any_text_is_read_without_an_exception() =>
        Prop.ForAll(
                ArbMap.Default.ArbFor<string>(),
                text =>
                    Signer.Read(text, 5, 6) is null
                    && Signer.Read($"{text}{Signer.Write(Button, 5, 6)}", 5, 6) is var read
                    && (string.IsNullOrEmpty(text) || read is null)
            )
            .QuickCheckThrowOnFailure();

    private static Gen<ButtonData> Buttons =>
        from action in Gen.Elements(Enum.GetValues<CardAction>())
        from id in Gen.Choose(0, int.MaxValue)
        from high in Gen.Choose(0, int.MaxValue)
        from low in Gen.Choose(0, int.MaxValue)
        select new ButtonData(action, RequestKey.Of(new RequestId($"request {id}")), ((long)high << 32) + low);
}
