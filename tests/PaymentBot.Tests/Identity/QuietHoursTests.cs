using PaymentBot.Bot.People;

namespace PaymentBot.Tests.Identity;

public sealed class QuietHoursTests
{
    private static readonly TimeZoneInfo s_moscow = TimeZoneInfo.FindSystemTimeZoneById("Europe/Moscow");

    [Theory]
    [InlineData("22:00-8:00", "22:00-8:00")]
    [InlineData("22.00 – 08.00", "22:00-8:00")]
    [InlineData(" 0:00—23:59 ", "0:00-23:59")]
    [InlineData("22:00-22:00", null)]
    [InlineData("22-8", null)]
    [InlineData("24:00-8:00", null)]
    [InlineData("22:00-8:00-9:00", null)]
    [InlineData("22:00-8:60", null)]
    [InlineData("-", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void Two_times_with_a_dash_are_hours(string? text, string? read) =>
        Assert.Equal(read, QuietHours.Parse(text)?.ToString());

    [Theory]
    [InlineData("22:00-8:00", 21, 59, false)]
    [InlineData("22:00-8:00", 22, 0, true)]
    [InlineData("22:00-8:00", 3, 0, true)]
    [InlineData("22:00-8:00", 7, 59, true)]
    [InlineData("22:00-8:00", 8, 0, false)]
    [InlineData("9:00-18:00", 12, 0, true)]
    [InlineData("9:00-18:00", 18, 0, false)]
    public void Hours_go_over_midnight(string hours, int hour, int minute, bool within) =>
        Assert.Equal(within, QuietHours.Parse(hours)!.Value.Contains(new TimeOnly(hour, minute)));

    [Fact]
    public void Hours_run_where_the_person_is()
    {
        var preferences = new LinkPreferences { QuietHours = QuietHours.Parse("22:00-8:00"), TimeZone = "Asia/Omsk" };
        var evening = new DateTimeOffset(2026, 11, 22, 20, 0, 0, TimeSpan.FromHours(3));

        Assert.True(preferences.IsSilentAt(evening, s_moscow));
        Assert.False((preferences with { TimeZone = null }).IsSilentAt(evening, s_moscow));
        Assert.False((preferences with { TimeZone = "Asia/Gone" }).IsSilentAt(evening, s_moscow));
        Assert.True((preferences with { TimeZone = null, Silent = true }).IsSilentAt(evening, s_moscow));
    }
}
