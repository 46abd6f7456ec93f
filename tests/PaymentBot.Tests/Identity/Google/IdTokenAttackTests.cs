using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using PaymentBot.Bot.SignIn.Google;

namespace PaymentBot.Tests.Identity.Google;

public sealed class IdTokenAttackTests : GoogleTest
{
    [Theory]
    [InlineData("other.apps.example")]
    [InlineData("1234.apps.example.evil")]
    [InlineData("")]
    public async Task Token_for_another_application_proves_nothing(string audience) =>
        AssertFlaw(IdTokenFlaw.Audience, await RedeemAsync(claims => claims["aud"] = audience));

    [Fact]
    public async Task Token_for_several_applications_proves_nothing()
    {
        var result = await RedeemAsync(claims => claims["aud"] = new JsonArray(IdTokenForge.ClientId, "other"));

        AssertFlaw(IdTokenFlaw.Audience, result);
    }

    [Fact]
    public async Task Token_without_audience_proves_nothing() =>
        AssertFlaw(IdTokenFlaw.Audience, await RedeemAsync(claims => claims.Remove("aud")));

    [Fact]
    public async Task Token_that_another_application_asked_for_proves_nothing() =>
        AssertFlaw(IdTokenFlaw.Audience, await RedeemAsync(claims => claims["azp"] = "other.apps.example"));

    [Theory]
    [InlineData("https://evil.example")]
    [InlineData("https://accounts.google.com.evil.example")]
    [InlineData("https://accounts.google.com/")]
    [InlineData("HTTPS://ACCOUNTS.GOOGLE.COM")]
    [InlineData(null)]
    public async Task Token_of_another_issuer_proves_nothing(string? issuer) =>
        AssertFlaw(IdTokenFlaw.Issuer, await RedeemAsync(claims => claims["iss"] = issuer));

    [Theory]
    [InlineData("")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData(null)]
    public async Task Token_for_another_browser_proves_nothing(string? nonce) =>
        AssertFlaw(IdTokenFlaw.Nonce, await RedeemAsync(claims => claims["nonce"] = nonce));

    [Fact]
    public async Task Token_with_a_foreign_signature_proves_nothing()
    {
        using var other = new IdTokenForge(Clock, IdTokenForge.ForeignKey);

        AssertFlaw(IdTokenFlaw.Signature, await RedeemAsync(other.Sign(other.Claims(Session.Nonce))));
    }

    [Fact]
    public async Task Token_changed_after_signing_proves_nothing()
    {
        var parts = Forge.Sign(Forge.Claims(Session.Nonce)).Split('.');
        var claims = Forge.Claims(Session.Nonce);
        claims["email"] = "boss@example.ru";

        var result = await RedeemAsync($"{parts[0]}.{IdTokenForge.Encode(claims.ToJsonString())}.{parts[2]}");

        AssertFlaw(IdTokenFlaw.Signature, result);
    }

    [Theory]
    [InlineData("none")]
    [InlineData("None")]
    [InlineData("HS256")]
    [InlineData("RS512")]
    [InlineData("ES256")]
    [InlineData("rs256")]
    [InlineData(null)]
    public async Task Token_of_another_algorithm_proves_nothing(string? algorithm)
    {
        Forge.Header["alg"] = algorithm;

        AssertFlaw(IdTokenFlaw.Algorithm, await RedeemAsync(Forge.Sign(Forge.Claims(Session.Nonce))));
    }

    [Theory]
    [InlineData("")]
    [InlineData("AAAA")]
    public async Task Token_without_signature_proves_nothing(string signature)
    {
        var header = """{"alg":"none","typ":"JWT"}""";
        var claims = Forge.Claims(Session.Nonce).ToJsonString();

        var result = await RedeemAsync($"{IdTokenForge.Encode(header)}.{IdTokenForge.Encode(claims)}.{signature}");

        AssertFlaw(signature.Length == 0 ? IdTokenFlaw.Malformed : IdTokenFlaw.Algorithm, result);
    }

    [Fact]
    public async Task Public_key_taken_for_a_shared_secret_proves_nothing()
    {
        var content =
            $"{IdTokenForge.Encode("""{"alg":"HS256","kid":"key-1"}""")}.{IdTokenForge.Encode(Forge.Claims(Session.Nonce).ToJsonString())}";
        var mac = HMACSHA256.HashData(Forge.Key.ExportSubjectPublicKeyInfo(), Encoding.ASCII.GetBytes(content));

        AssertFlaw(IdTokenFlaw.Algorithm, await RedeemAsync($"{content}.{Base64Url.EncodeToString(mac)}"));
    }

    [Fact]
    public async Task Token_that_brings_its_own_key_proves_nothing()
    {
        using var other = new IdTokenForge(Clock, IdTokenForge.ForeignKey);
        other.Header["kid"] = "evil";
        other.Header["jwk"] = JsonNode.Parse(other.CertificatesOf("evil"))!["keys"]![0]!.DeepClone();
        other.Header["jku"] = "https://evil.example/certs";

        AssertFlaw(IdTokenFlaw.UnknownKey, await RedeemAsync(other.Sign(other.Claims(Session.Nonce))));
    }

    [Fact]
    public async Task Token_that_names_no_key_proves_nothing()
    {
        Forge.Header.Remove("kid");

        AssertFlaw(IdTokenFlaw.UnknownKey, await RedeemAsync(Forge.Sign(Forge.Claims(Session.Nonce))));
    }

    [Fact]
    public async Task Token_with_an_extension_nobody_understands_proves_nothing()
    {
        Forge.Header["crit"] = new JsonArray("b64");

        AssertFlaw(IdTokenFlaw.Algorithm, await RedeemAsync(Forge.Sign(Forge.Claims(Session.Nonce))));
    }

    [Fact]
    public async Task Expired_token_proves_nothing()
    {
        var past = Clock.GetUtcNow().AddMinutes(-1).ToUnixTimeSeconds();

        AssertFlaw(IdTokenFlaw.Expired, await RedeemAsync(claims => claims["exp"] = past));
    }

    [Theory]
    [InlineData("exp", null)]
    [InlineData("exp", "9999999999")]
    [InlineData("iat", null)]
    public async Task Token_without_its_times_proves_nothing(string claim, string? value)
    {
        var flaw = claim == "exp" ? IdTokenFlaw.Expired : IdTokenFlaw.NotYetValid;

        AssertFlaw(flaw, await RedeemAsync(claims => claims[claim] = value));
    }

    [Fact]
    public async Task Token_from_the_future_proves_nothing()
    {
        var future = Clock.GetUtcNow().AddMinutes(2).ToUnixTimeSeconds();

        AssertFlaw(IdTokenFlaw.NotYetValid, await RedeemAsync(claims => claims["iat"] = future));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("a.b")]
    [InlineData("a.b.c")]
    [InlineData("a.b.c.d")]
    [InlineData("e30.e30.")]
    [InlineData("W10.W10.AAAA")]
    [InlineData("e30 .e30.AAAA")]
    public async Task Text_that_is_no_token_proves_nothing(string? text) =>
        AssertFlaw(IdTokenFlaw.Malformed, await RedeemAsync(text));

    [Fact]
    public async Task Token_that_says_two_things_proves_nothing()
    {
        var claims = Forge.Claims(Session.Nonce).ToJsonString();
        var two = claims.Insert(1, "\"email\":\"boss@example.ru\",");

        AssertFlaw(IdTokenFlaw.Malformed, await RedeemAsync(Forge.Sign(Forge.Header.ToJsonString(), two)));
    }

    [Fact]
    public async Task Endless_token_proves_nothing() =>
        AssertFlaw(IdTokenFlaw.Malformed, await RedeemAsync(claims => claims["x"] = new string('x', 16 * 1024)));
}
