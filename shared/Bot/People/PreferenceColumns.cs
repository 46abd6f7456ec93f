using PaymentBot.Storage;

namespace PaymentBot.Bot.People;

/// <summary>How a person's choices lie in a row.</summary>
internal static class PreferenceColumns
{
    private const string Language = "PreferredLanguage";
    private const string Silent = "Silent";
    private const string QuietHours = "QuietHours";
    private const string TimeZone = "TimeZone";

    public static LinkPreferences Read(TableEntity entity) =>
        new()
        {
            Language = entity.GetString(Language),
            Silent = entity.GetBoolean(Silent) ?? false,
            QuietHours = People.QuietHours.Parse(entity.GetString(QuietHours)),
            TimeZone = entity.GetString(TimeZone),
        };

    public static void Write(TableEntity entity, LinkPreferences preferences)
    {
        entity[Language] = preferences.Language;
        entity[Silent] = preferences.Silent ? true : null;
        entity[QuietHours] = preferences.QuietHours?.ToString();
        entity[TimeZone] = preferences.TimeZone;
    }
}
