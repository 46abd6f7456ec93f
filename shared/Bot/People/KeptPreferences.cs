using System.Globalization;
using PaymentBot.Storage;

namespace PaymentBot.Bot.People;

/// <summary>What a Telegram user chose in the settings outlives the link: it lies beside it, and is there again when the user comes back.</summary>
/// <param name="tables">Where the rows lie.</param>
internal sealed class KeptPreferences(ITableStore tables)
{
    private const string Row = "preferences";

    /// <summary>The partition of a Telegram user among the links.</summary>
    public static string PartitionOf(long telegramUserId) =>
        string.Create(CultureInfo.InvariantCulture, $"u-{telegramUserId}");

    /// <summary>Keeps the choices of a link that goes; older ones are forgotten.</summary>
    public async ValueTask KeepAsync(Link link, CancellationToken cancellationToken)
    {
        var partition = PartitionOf(link.TelegramUserId);
        if (link.Preferences == LinkPreferences.None)
        {
            await tables.DeleteAsync(TableName.Links, partition, Row, null, cancellationToken);
            return;
        }

        var entity = new TableEntity(partition, Row);
        PreferenceColumns.Write(entity, link.Preferences);
        await tables.UpsertAsync(TableName.Links, entity, cancellationToken);
    }

    /// <summary>Gives a new link the choices its user made before, unless it has some.</summary>
    public async ValueTask<Link> RestoreAsync(Link link, CancellationToken cancellationToken) =>
        link.Preferences == LinkPreferences.None
        && await tables.GetAsync(TableName.Links, PartitionOf(link.TelegramUserId), Row, cancellationToken) is { } kept
            ? link with
            {
                Preferences = PreferenceColumns.Read(kept),
            }
            : link;
}

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
