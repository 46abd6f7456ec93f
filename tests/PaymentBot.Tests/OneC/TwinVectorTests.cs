using System.Globalization;
using System.Security.Cryptography;
using PaymentBot.Erp.Signatures;
using PaymentBot.Erp.Snapshots;
using PaymentBot.Testing;

namespace PaymentBot.Tests.OneC;

/// <summary>The twin of the suite: the same vectors over what the bot itself signs, checks and reads with.</summary>
public sealed class TwinVectorTests
{
    public static TheoryData<string> Hmacs { get; } = CaseList.Names(entry => entry.IsOf("hmac"));

    public static TheoryData<string> Signatures { get; } = CaseList.Names(entry => entry.IsOf("sign"));

    public static TheoryData<string> Verdicts { get; } = CaseList.Names(entry => entry.IsOf("verify"));

    public static TheoryData<string> Snapshots { get; } = CaseList.Names(entry => entry["snapshot"] is not null);

    [Theory]
    [MemberData(nameof(Hmacs))]
    public void Code_is_the_published_one(string name)
    {
        var entry = CaseList.Find(name);

        var code = HMACSHA256.HashData(
            Convert.FromHexString(entry.Text("key")),
            Convert.FromHexString(entry.Text("data"))
        );

        Assert.Equal(entry.Text("mac"), Convert.ToHexStringLower(code));
    }

    [Theory]
    [MemberData(nameof(Signatures))]
    public void Bot_signs_alike(string name)
    {
        var entry = CaseList.Find(name);
        var clock = ClockAt(long.Parse(entry.Text("timestamp"), CultureInfo.InvariantCulture));

        var signatures = entry
            .Texts("keys")
            .Select(key => new WebhookSigner(WebhookKey.Parse(key, "key"), clock).Sign(entry.Text("id"), entry.Body()));

        Assert.Equal(entry.Text("signature"), string.Join(' ', signatures.Select(signature => signature.Signature)));
    }

    [Theory]
    [MemberData(nameof(Verdicts))]
    public void Bot_judges_alike(string name)
    {
        var entry = CaseList.Find(name);
        var verifier = new WebhookVerifier(
            [.. entry.Texts("keys").Select(key => WebhookKey.Parse(key, "key"))],
            ClockAt((long)entry["now"]!)
        );

        var verdict = verifier.Verify(entry.Text("id"), entry.Text("timestamp"), entry.Text("signature"), entry.Body());

        var expected = entry.Text("verdict");
        Assert.Equal(expected.Length == 0 ? "Valid" : expected, verdict.ToString(), ignoreCase: true);
    }

    [Theory]
    [MemberData(nameof(Snapshots))]
    public void Bot_reads_the_snapshot(string name)
    {
        var reader = new SnapshotReader(TimeZoneInfo.CreateCustomTimeZone("erp", TimeSpan.FromHours(3), null, null));

        var read = reader.Read(CaseList.Find(name).Body("snapshot"));

        Assert.IsType<SnapshotOutcome.Accepted>(read);
    }

    private static ManualTimeProvider ClockAt(long seconds) => new(DateTimeOffset.FromUnixTimeSeconds(seconds));
}
