using System.Globalization;
using System.Text;
using PaymentBot.Erp.Snapshots;

namespace PaymentBot.Tests.Erp;

public sealed class SnapshotDateTests
{
    [Theory]
    [InlineData("2026-11-22T09:15:00+03:00", "2026-11-22T06:15:00.0000000Z")]
    [InlineData("2026-11-22T09:15:00-11:30", "2026-11-22T20:45:00.0000000Z")]
    [InlineData("2026-11-22T06:15:00Z", "2026-11-22T06:15:00.0000000Z")]
    [InlineData("2026-11-22T09:15:00", "2026-11-22T06:15:00.0000000Z")]
    [InlineData("2026-11-22", "2026-11-21T21:00:00.0000000Z")]
    [InlineData("2026-11-22T06:15:00.5Z", "2026-11-22T06:15:00.5000000Z")]
    [InlineData("2026-11-22T09:15:00.123456789+03:00", "2026-11-22T06:15:00.1234567Z")]
    [InlineData("2026-11-22T09:15:00.123456", "2026-11-22T06:15:00.1234560Z")]
    [InlineData("3999-12-31T23:59:59", "3999-12-31T20:59:59.0000000Z")]
    public void Instants_are_read_with_or_without_an_offset(string sent, string utc)
    {
        var date = SnapshotSample.Accept(SnapshotSample.With("/date", $"\"{sent}\"")).Request.Date;

        Assert.Equal(utc, date.UtcDateTime.ToString("O", CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("2026-11-25", "2026-11-25")]
    [InlineData("2026-11-25T00:00:00", "2026-11-25")]
    [InlineData("2026-11-25T00:00:00+03:00", "2026-11-25")]
    [InlineData("2026-11-24T21:00:00Z", "2026-11-25")]
    public void A_day_is_one_of_the_senders_calendar(string sent, string day)
    {
        var read = SnapshotSample.Accept(SnapshotSample.With("/desiredDate", $"\"{sent}\"")).Request.DesiredDate;

        Assert.Equal(DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture), read);
    }

    [Fact]
    public void The_senders_zone_may_have_summer_time()
    {
        var rule = TimeZoneInfo.AdjustmentRule.CreateAdjustmentRule(
            DateTime.MinValue.Date,
            DateTime.MaxValue.Date,
            TimeSpan.FromHours(1),
            TimeZoneInfo.TransitionTime.CreateFixedDateRule(
                new DateTime(1, 1, 1, 2, 0, 0, DateTimeKind.Unspecified),
                3,
                29
            ),
            TimeZoneInfo.TransitionTime.CreateFixedDateRule(
                new DateTime(1, 1, 1, 3, 0, 0, DateTimeKind.Unspecified),
                10,
                25
            )
        );
        var zone = TimeZoneInfo.CreateCustomTimeZone("dst", TimeSpan.FromHours(1), "dst", "dst", "dst summer", [rule]);
        var body = Encoding.UTF8.GetBytes(SnapshotSample.With("/date", "\"2026-07-01T12:00:00\""));

        var accepted = Assert.IsType<SnapshotOutcome.Accepted>(new SnapshotReader(zone).Read(body));

        Assert.Equal(TimeSpan.FromHours(2), accepted.Request.Date.Offset);
    }

    [Theory]
    [InlineData("22.11.2026")]
    [InlineData("2026-11-22 09:15:00")]
    [InlineData("2026-13-01")]
    [InlineData("2026-02-30T00:00:00")]
    [InlineData("2026-11-22T25:00:00")]
    [InlineData("2026-11-22T09:15:00.")]
    [InlineData("2026-11-22T09:15:00.Z")]
    [InlineData("2026-11-22T09:15:00+99:00")]
    [InlineData("20261122091500")]
    [InlineData("tomorrow")]
    [InlineData("Z")]
    [InlineData(".")]
    public void Anything_else_is_no_date(string sent) => Refused(sent, 400, "invalidDate");

    [Theory]
    [InlineData("0001-01-02")]
    [InlineData("1899-12-31T23:59:59Z")]
    [InlineData("9999-12-31T23:59:59")]
    public void Years_out_of_range_are_refused(string sent) => Refused(sent, 422, "dateOutOfRange");

    private static void Refused(string sent, int status, string code)
    {
        var problem = SnapshotSample.Refuse(SnapshotSample.With("/date", $"\"{sent}\""));

        Assert.Equal((status, code, "/date"), (problem.Status, problem.Code, problem.JsonPointer));
    }
}
