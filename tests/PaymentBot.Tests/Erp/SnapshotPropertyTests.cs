using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;
using PaymentBot.Approvals;
using PaymentBot.Erp.Snapshots;

namespace PaymentBot.Tests.Erp;

public sealed partial class SnapshotPropertyTests
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, IndentSize = 3 };

    private static readonly SnapshotReader Reader = new(SnapshotSample.Moscow);

    [Fact]
    public void Whatever_is_written_is_read_back_equal() =>
        Prop.ForAll(
                SnapshotGen.Request.ToArbitrary(),
                request =>
                {
                    var accepted = Assert.IsType<SnapshotOutcome.Accepted>(Reader.Read(SnapshotWriter.Write(request)));
                    AssertEqual(request, accepted.Request);
                    Assert.Equal(ContentHash.Of(request), accepted.ContentHash);
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void The_hash_does_not_depend_on_the_order_of_keys_or_white_space_or_notation() =>
        Prop.ForAll(
                SnapshotGen.Request.ToArbitrary(),
                Gen.Choose(0, int.MaxValue).ToArbitrary(),
                (request, seed) =>
                {
                    var root = JsonNode.Parse(SnapshotWriter.Write(request))!;
                    var shuffled = Shuffle(root, new Random(seed));
                    shuffled["unknown"] = seed;
                    var body = JsonSerializer.SerializeToUtf8Bytes(shuffled, Indented);
                    return string.Equals(
                        ContentHash.Of(request),
                        Hash([0xEF, 0xBB, 0xBF, .. body]),
                        StringComparison.Ordinal
                    );
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Spoiled_bytes_never_throw()
    {
        var good = System.Text.Encoding.UTF8.GetBytes(SnapshotSample.Json);
        Gen<(int Kind, int At, int Value)> spoil =
            from kind in Gen.Choose(0, 4)
            from at in Gen.Choose(0, good.Length - 1)
            from value in Gen.Choose(0, 255)
            select (kind, at, value);

        Prop.ForAll(
                spoil.NonEmptyListOf().ToArbitrary(),
                spoils =>
                {
                    var body = spoils.Take(6).Aggregate(good, Spoil);
                    return Reader.Read(body) is SnapshotOutcome.Accepted or SnapshotOutcome.Refused;
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(1_500));
    }

    [Theory]
    [InlineData("/revision", "8")]
    [InlineData("/number", "\"00УТ-000124\"")]
    [InlineData("/date", "\"2026-11-22T09:15:01+03:00\"")]
    [InlineData("/status", "\"withdrawn\"")]
    [InlineData("/source", "\"erp-test\"")]
    [InlineData("/organization/name", "\"ООО\"")]
    [InlineData("/department", "null")]
    [InlineData("/payee/inn", "null")]
    [InlineData("/payee/account/number", "\"1\"")]
    [InlineData("/payee/account/bic", "\"1\"")]
    [InlineData("/amount", "\"1250000.51\"")]
    [InlineData("/currency", "\"USD\"")]
    [InlineData("/vat/rate", "\"10\"")]
    [InlineData("/vat/amount", "\"1\"")]
    [InlineData("/cashFlowItem/erpId", "\"item-2\"")]
    [InlineData("/purpose", "\"Другое\"")]
    [InlineData("/desiredDate", "\"2026-11-26\"")]
    [InlineData("/priority", "\"low\"")]
    [InlineData("/overLimit", "false")]
    [InlineData("/initiator/email", "null")]
    [InlineData("/route/1/role", "\"other\"")]
    [InlineData("/route/1/rule", "\"any\"")]
    [InlineData("/route/1/due", "\"2026-11-26\"")]
    [InlineData("/route/1/approvers/0/erpId", "\"user-9\"")]
    [InlineData("/route/0/comment", "null")]
    [InlineData("/route/0/decidedAt", "null")]
    [InlineData("/route/0/decidedBy", "null")]
    [InlineData("/groups", "[]")]
    [InlineData("/attachments/0/sha256", "\"0000000000000000000000000000000000000000000000000000000000000000\"")]
    public void The_hash_tells_every_change(string path, string json) =>
        Assert.NotEqual(
            SnapshotSample.Accept(SnapshotSample.Json).ContentHash,
            SnapshotSample.Accept(SnapshotSample.With(path, json)).ContentHash,
            StringComparer.Ordinal
        );

    [Theory]
    [InlineData("/amount", "1250000.5")]
    [InlineData("/amount", "1.2500005E6")]
    [InlineData("/amount", "\"1250000.5000\"")]
    [InlineData("/vat/amount", "208333.42")]
    [InlineData("/date", "\"2026-11-22T06:15:00Z\"")]
    [InlineData("/date", "\"2026-11-22T09:15:00\"")]
    [InlineData("/date", "\"2026-11-22T09:15:00.000\"")]
    [InlineData("/desiredDate", "\"2026-11-25T00:00:00\"")]
    [InlineData("/purpose", "\" Оплата по счёту № 45\\u0000\\r\\n\"")]
    public void The_hash_does_not_tell_another_notation(string path, string json) =>
        Assert.Equal(
            SnapshotSample.Accept(SnapshotSample.Json).ContentHash,
            SnapshotSample.Accept(SnapshotSample.With(path, json)).ContentHash
        );

    [Fact]
    public void The_hash_of_the_example_stays_what_it_was()
    {
        // Reckoned apart from this code. Stored hashes have to outlive an upgrade: never change the canonical form.
        var hash = SnapshotSample.Accept(SnapshotSample.Json).ContentHash;

        Assert.Matches(HashShape(), hash);
        Assert.Equal("sha256:404e8e879cfd8c8f5717076f01bdedb3b2648fb47ddfd22dbf3f3a141a06b640", hash);
    }

    private static string Hash(byte[] body) => Assert.IsType<SnapshotOutcome.Accepted>(Reader.Read(body)).ContentHash;

    private static byte[] Spoil(byte[] body, (int Kind, int At, int Value) spoil)
    {
        var at = spoil.At % Math.Max(1, body.Length);
        return spoil.Kind switch
        {
            0 => [.. body[..at], (byte)spoil.Value, .. body.Skip(at + 1)],
            1 => [.. body[..at], (byte)spoil.Value, .. body.Skip(at)],
            2 => [.. body[..at], .. body.Skip(at + 1 + spoil.Value)],
            3 => [.. body[..at], .. "\\ud8"u8, .. body.Skip(at)],
            _ => [.. body[..at], (byte)"0123456789-eE.,\"{}[]"[spoil.Value % 20], .. body.Skip(at + 1)],
        };
    }

    private static JsonNode Shuffle(JsonNode node, Random random) =>
        node switch
        {
            JsonObject fields => new JsonObject(
                fields
                    .OrderBy(_ => random.Next())
                    .Select(pair => KeyValuePair.Create(pair.Key, (JsonNode?)Renote(pair.Key, pair.Value!, random)))
            ),
            JsonArray items => new JsonArray([.. items.Select(item => (JsonNode?)Shuffle(item!, random))]),
            _ => node.DeepClone(),
        };

    private static JsonNode Renote(string name, JsonNode value, Random random) =>
        string.Equals(name, "amount", StringComparison.Ordinal) && random.Next(2) == 0
            ? JsonNode.Parse(value.GetValue<string>())!
            : Shuffle(value, random);

    private static void AssertEqual(PaymentRequest expected, PaymentRequest actual)
    {
        // Records compare lists by reference, so lists are compared apart.
        Assert.Equal(Flat(expected), Flat(actual));
        Assert.Equal(expected.Groups, actual.Groups, StringComparer.Ordinal);
        Assert.Equal(expected.Attachments, actual.Attachments);
        Assert.Equal(expected.Date.Offset, actual.Date.Offset);
        Assert.Equal(expected.Total.Amount.Scale, actual.Total.Amount.Scale);
        Assert.Equal(expected.Route.Count, actual.Route.Count);
        foreach ((var First, var Second) in expected.Route.Zip(actual.Route))
        {
            Assert.Equal(First with { Approvers = [], Agreed = null }, Second with { Approvers = [], Agreed = null });
            Assert.Equal(First.Approvers, Second.Approvers);
            Assert.Equal(First.Agreed, Second.Agreed);
        }
    }

    private static PaymentRequest Flat(PaymentRequest request) =>
        request with
        {
            Route = [],
            Groups = [],
            Attachments = [],
        };

    [GeneratedRegex("^sha256:[0-9a-f]{64}$", RegexOptions.NonBacktracking)]
    private static partial Regex HashShape();
}
