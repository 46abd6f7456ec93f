using System.Security.Cryptography;
using System.Text;
using PaymentBot.Erp.Signatures;
using PaymentBot.Testing;

namespace PaymentBot.Tests.Erp;

public sealed class WebhookVerifierTests
{
    // The example of the Standard Webhooks reference libraries
    // (https://github.com/standard-webhooks/standard-webhooks/tree/main/libraries).
    private const string Secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private const string Id = "msg_p5jXN8AQM9LWM0D4loKWxJek";
    private const string Timestamp = "1614265330";
    private const string Signature = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";
    private static readonly byte[] Body = """{"test": 2432232314}"""u8.ToArray();

    private readonly ManualTimeProvider _time = new(DateTimeOffset.FromUnixTimeSeconds(1614265330));

    [Fact]
    public void The_published_example_is_valid() =>
        Assert.Equal(WebhookVerdict.Valid, Verify(Id, Timestamp, Signature, Body));

    [Fact]
    public void The_signer_makes_the_published_example() =>
        Assert.Equal(
            new WebhookSignature(Id, Timestamp, Signature),
            new WebhookSigner(WebhookKey.Parse(Secret, "Key"), _time).Sign(Id, Body)
        );

    [Theory]
    [InlineData(null, Timestamp, Signature)]
    [InlineData("", Timestamp, Signature)]
    [InlineData(Id, null, Signature)]
    [InlineData(Id, "", Signature)]
    [InlineData(Id, Timestamp, null)]
    [InlineData(Id, Timestamp, "")]
    [InlineData("msg.1", Timestamp, Signature)]
    [InlineData("msg 1", Timestamp, Signature)]
    [InlineData("сообщение", Timestamp, Signature)]
    public void A_missing_or_malformed_header_is_told(string? id, string? timestamp, string? signature) =>
        Assert.Equal(WebhookVerdict.MissingHeader, Verify(id, timestamp, signature, Body));

    [Fact]
    public void An_id_may_have_256_characters_and_no_more()
    {
        string id = new('a', 256);

        Assert.Equal(WebhookVerdict.Valid, Verify(id, Timestamp, Sign(Secret, id, Timestamp, Body), Body));
        Assert.Equal(
            WebhookVerdict.MissingHeader,
            Verify(id + "a", Timestamp, Sign(Secret, id + "a", Timestamp, Body), Body)
        );
    }

    [Theory]
    [InlineData("soon")]
    [InlineData("-1614265330")]
    [InlineData("1614265330.0")]
    [InlineData(" 1614265330")]
    [InlineData("1614265330000000")]
    public void A_timestamp_that_is_no_whole_number_is_told(string timestamp) =>
        Assert.Equal(WebhookVerdict.BadTimestamp, Verify(Id, timestamp, Sign(Secret, Id, timestamp, Body), Body));

    [Theory]
    [InlineData(300, WebhookVerdict.Valid)]
    [InlineData(301, WebhookVerdict.StaleTimestamp)]
    [InlineData(-300, WebhookVerdict.Valid)]
    [InlineData(-301, WebhookVerdict.StaleTimestamp)]
    public void The_window_is_five_minutes_both_ways(int seconds, WebhookVerdict expected)
    {
        var time = new ManualTimeProvider(_time.GetUtcNow().AddSeconds(seconds));
        var verifier = new WebhookVerifier([WebhookKey.Parse(Secret, "Key")], time);

        Assert.Equal(expected, verifier.Verify(Id, Timestamp, Signature, Body));
    }

    [Theory]
    [InlineData("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OA=")]
    [InlineData("v1,")]
    [InlineData("v1,AAAA")]
    [InlineData("v1,not base64")]
    [InlineData("v2,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=")]
    [InlineData("v1a,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=")]
    [InlineData("g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=")]
    [InlineData("   ")]
    public void Any_other_signature_is_bad(string signature) =>
        Assert.Equal(WebhookVerdict.BadSignature, Verify(Id, Timestamp, signature, Body));

    [Theory]
    [InlineData("v1,AAAA " + Signature)]
    [InlineData(Signature + " v1,AAAA")]
    [InlineData("v1a,c29tZXRoaW5n  v2,eA== " + Signature)]
    public void One_good_signature_among_several_is_enough(string signatures) =>
        Assert.Equal(WebhookVerdict.Valid, Verify(Id, Timestamp, signatures, Body));

    [Theory]
    [InlineData(15, WebhookVerdict.Valid)]
    [InlineData(16, WebhookVerdict.BadSignature)]
    public void Only_the_first_sixteen_signatures_are_looked_at(int before, WebhookVerdict expected)
    {
        var signatures = string.Concat(Enumerable.Repeat("v1,AAAA ", before)) + Signature;

        Assert.Equal(expected, Verify(Id, Timestamp, signatures, Body));
    }

    [Fact]
    public void Id_timestamp_and_every_byte_are_signed()
    {
        byte[] other = [.. Body, (byte)' '];
        byte[] marked = [0xEF, 0xBB, 0xBF, .. Body];

        Assert.Equal(WebhookVerdict.BadSignature, Verify("msg_other", Timestamp, Signature, Body));
        Assert.Equal(WebhookVerdict.BadSignature, Verify(Id, "1614265331", Signature, Body));
        Assert.Equal(WebhookVerdict.BadSignature, Verify(Id, Timestamp, Signature, other));
        Assert.Equal(WebhookVerdict.BadSignature, Verify(Id, Timestamp, Signature, marked));
        Assert.Equal(WebhookVerdict.Valid, Verify(Id, Timestamp, Sign(Secret, Id, Timestamp, marked), marked));
    }

    [Fact]
    public void Two_keys_are_good_at_once_and_a_third_is_not()
    {
        var old = "whsec_" + Convert.ToBase64String(RandomNumberGenerator.GetBytes(24));
        var stranger = "whsec_" + Convert.ToBase64String(RandomNumberGenerator.GetBytes(64));
        var verifier = new WebhookVerifier([WebhookKey.Parse(Secret, "0"), WebhookKey.Parse(old, "1")], _time);

        Assert.Equal(WebhookVerdict.Valid, verifier.Verify(Id, Timestamp, Signature, Body));
        Assert.Equal(WebhookVerdict.Valid, verifier.Verify(Id, Timestamp, Sign(old, Id, Timestamp, Body), Body));
        Assert.Equal(
            WebhookVerdict.BadSignature,
            verifier.Verify(Id, Timestamp, Sign(stranger, Id, Timestamp, Body), Body)
        );
    }

    [Fact]
    public void A_verifier_without_keys_cannot_be_made() =>
        Assert.Throws<ArgumentException>(() => new WebhookVerifier([], _time));

    [Fact]
    public void A_signer_refuses_an_id_that_would_blur_the_signed_text() =>
        Assert.Throws<ArgumentException>(() =>
            new WebhookSigner(WebhookKey.Parse(Secret, "Key"), _time).Sign("evt.1", Body)
        );

    private WebhookVerdict Verify(string? id, string? timestamp, string? signatures, byte[] body) =>
        new WebhookVerifier([WebhookKey.Parse(Secret, "Key")], _time).Verify(id, timestamp, signatures, body);

    /// <summary>A second implementation, so that the verifier is not held against itself.</summary>
    private static string Sign(string secret, string id, string timestamp, byte[] body)
    {
        var key = Convert.FromBase64String(secret["whsec_".Length..]);
        byte[] content = [.. Encoding.UTF8.GetBytes($"{id}.{timestamp}."), .. body];
        return $"v1,{Convert.ToBase64String(HMACSHA256.HashData(key, content))}";
    }
}
