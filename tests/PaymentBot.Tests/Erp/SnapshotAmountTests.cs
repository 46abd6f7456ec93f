using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using PaymentBot.Erp.Snapshots;

namespace PaymentBot.Tests.Erp;

public sealed class SnapshotAmountTests
{
    [Theory]
    [InlineData("\"1250000.50\"", "1250000.50")]
    [InlineData("1250000.50", "1250000.50")]
    [InlineData("\"0\"", "0")]
    [InlineData("0", "0")]
    [InlineData("\"007.1000\"", "7.1000")]
    [InlineData("0.1", "0.1")]
    [InlineData("999999999999999999.9999", "999999999999999999.9999")]
    [InlineData("\"999999999999999999.9999\"", "999999999999999999.9999")]
    [InlineData("1.25E+6", "1250000")]
    [InlineData("15e-3", "0.015")]
    [InlineData("1e17", "100000000000000000")]
    public void Digits_come_through_exactly(string json, string expected)
    {
        var amount = SnapshotSample.Accept(SnapshotSample.With("/amount", json)).Request.Total.Amount;

        Assert.Equal(expected, amount.ToString(CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("\"1250000,50\"")]
    [InlineData("\"1 250 000.50\"")]
    [InlineData("\"1\\u00a0250\"")]
    [InlineData("\" 1\"")]
    [InlineData("\"+1\"")]
    [InlineData("\"--1\"")]
    [InlineData("\"-\"")]
    [InlineData("\".5\"")]
    [InlineData("\"5.\"")]
    [InlineData("\"1.2.3\"")]
    [InlineData("\"1e3\"")]
    [InlineData("\"0x10\"")]
    [InlineData("\"١\"")]
    [InlineData("\"NaN\"")]
    [InlineData("\"1 ₽\"")]
    public void Anything_but_plain_digits_is_no_amount(string json) => Refused(json, 400, "invalidAmount");

    [Theory]
    [InlineData("\"-0.01\"")]
    [InlineData("-5")]
    [InlineData("-1e400")]
    public void A_negative_amount_is_refused(string json) => Refused(json, 422, "negativeAmount");

    [Theory]
    [InlineData("\"0.00001\"")]
    [InlineData("0.00001")]
    [InlineData("1e-5")]
    [InlineData("1000000000000000000")]
    [InlineData("\"1000000000000000000\"")]
    [InlineData("1e18")]
    [InlineData("1e400")]
    [InlineData("1e-400")]
    [InlineData("1e99999999999999999999")]
    [InlineData("\"0.1000000000000000055511151231257827021181583404541015625\"")]
    [InlineData("\"99999999999999999999999999999999999999999999999999\"")]
    public void Too_many_digits_are_refused_and_never_rounded(string json) => Refused(json, 422, "amountOutOfRange");

    [Fact]
    public void Tax_follows_the_same_rules()
    {
        var problem = SnapshotSample.Refuse(SnapshotSample.With("/vat/amount", "\"1,5\""));

        Assert.Equal(("invalidAmount", "/vat/amount"), (problem.Code, problem.JsonPointer));
    }

    [Fact]
    public void Every_amount_comes_back_with_its_scale()
    {
        var amounts =
            from high in Gen.Choose(0, int.MaxValue)
            from low in Gen.Choose(0, 999_999_999)
            from scale in Gen.Choose(0, 4)
            select new decimal(low, high % 200_000_000, 0, false, (byte)scale);

        Prop.ForAll(
                amounts.ToArbitrary(),
                amount =>
                {
                    var digits = amount.ToString(CultureInfo.InvariantCulture);
                    var text = Read($"\"{digits}\"");
                    return string.Equals(text, digits, StringComparison.Ordinal)
                        && string.Equals(Read(digits), digits, StringComparison.Ordinal);
                }
            )
            .QuickCheckThrowOnFailure();
    }

    private static string Read(string json)
    {
        var accepted = SnapshotSample.Accept(SnapshotSample.With("/amount", json));
        var again = Assert.IsType<SnapshotOutcome.Accepted>(
            new SnapshotReader(SnapshotSample.Moscow).Read(SnapshotWriter.Write(accepted.Request))
        );
        return again.Request.Total.Amount.ToString(CultureInfo.InvariantCulture);
    }

    private static void Refused(string json, int status, string code)
    {
        var problem = SnapshotSample.Refuse(SnapshotSample.With("/amount", json));

        Assert.Equal((status, code, "/amount"), (problem.Status, problem.Code, problem.JsonPointer));
    }
}
