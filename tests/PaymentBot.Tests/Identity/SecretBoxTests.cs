using System.Buffers.Text;
using PaymentBot.Bot.People;

namespace PaymentBot.Tests.Identity;

public sealed class SecretBoxTests
{
    private const string Secret = "1//0refresh-token";
    private const string Place = "link:1:anna";

    private static readonly byte[] OldKey =
    [
        .. Enumerable.Range(1, SecretBox.KeyLength).Select(number => (byte)number),
    ];
    private static readonly byte[] NewKey =
    [
        .. Enumerable.Range(101, SecretBox.KeyLength).Select(number => (byte)number),
    ];

    [Fact]
    public void Sealed_secret_opens_in_its_place()
    {
        var box = new SecretBox(NewKey, null);
        var secret = box.Seal(Secret, Place);

        Assert.Equal(Secret, box.Open(secret, Place));
        Assert.True(box.IsCurrent(secret));
        Assert.DoesNotContain("refresh", secret.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Same_secret_is_sealed_differently_each_time()
    {
        var box = new SecretBox(NewKey, null);

        Assert.NotEqual(box.Seal(Secret, Place).Text, box.Seal(Secret, Place).Text);
    }

    [Theory]
    [InlineData("link:2:anna")]
    [InlineData("link:1:james")]
    [InlineData("ticket:1:anna")]
    [InlineData("")]
    public void Secret_moved_to_another_row_does_not_open(string place)
    {
        var box = new SecretBox(NewKey, null);

        Assert.Null(box.Open(box.Seal(Secret, Place), place));
    }

    [Fact]
    public void Secret_with_any_bit_turned_does_not_open()
    {
        var box = new SecretBox(NewKey, null);
        var secret = box.Seal(Secret, Place);
        var bytes = Base64Url.DecodeFromChars(secret.Text);
        for (var bit = 0; bit < bytes.Length * 8; bit++)
        {
            bytes[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.Null(box.Open(secret with { Text = Base64Url.EncodeToString(bytes) }, Place));
            bytes[bit / 8] ^= (byte)(1 << (bit % 8));
        }

        Assert.Equal(Secret, box.Open(secret with { Text = Base64Url.EncodeToString(bytes) }, Place));
    }

    [Theory]
    [InlineData("")]
    [InlineData("AAAA")]
    [InlineData("not base64url!")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public void Text_that_nobody_sealed_does_not_open(string text)
    {
        var box = new SecretBox(NewKey, null);

        Assert.Null(box.Open(box.Seal(Secret, Place) with { Text = text }, Place));
    }

    [Fact]
    public void Former_key_opens_but_does_not_seal()
    {
        var old = new SecretBox(OldKey, null).Seal(Secret, Place);
        var rolling = new SecretBox(NewKey, OldKey);

        Assert.Equal(Secret, rolling.Open(old, Place));
        Assert.False(rolling.IsCurrent(old));
        var renewed = rolling.Seal(Secret, Place);
        Assert.True(rolling.IsCurrent(renewed));
        Assert.Equal(Secret, new SecretBox(NewKey, null).Open(renewed, Place));
    }

    [Fact]
    public void Key_that_was_given_up_opens_nothing()
    {
        var old = new SecretBox(OldKey, null).Seal(Secret, Place);
        var box = new SecretBox(NewKey, null);

        Assert.Null(box.Open(old, Place));
        Assert.Null(box.Open(old with { KeyId = box.Seal(Secret, Place).KeyId }, Place));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(16)]
    [InlineData(31)]
    [InlineData(33)]
    public void Key_of_another_length_is_refused(int length)
    {
        Assert.Throws<ArgumentException>(() => new SecretBox(new byte[length], null));
        Assert.Throws<ArgumentException>(() => new SecretBox(NewKey, new byte[length]));
    }

    [Fact]
    public void Sealed_secret_does_not_get_into_a_log_by_itself()
    {
        var secret = new SecretBox(NewKey, null).Seal(Secret, Place);

        Assert.DoesNotContain(secret.Text, $"{secret}", StringComparison.Ordinal);
    }
}
