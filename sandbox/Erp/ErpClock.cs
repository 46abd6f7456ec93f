using System.Globalization;

namespace PaymentBot.Sandbox.Erp;

/// <summary>Now in the ERP's zone, and times as it writes them.</summary>
internal sealed class ErpClock(TimeProvider clock, TimeSpan utcOffset)
{
    public DateTimeOffset Now => clock.GetUtcNow().ToOffset(utcOffset);

    /// <summary>ISO 8601 with seconds and offset.</summary>
    public static string Write(DateTimeOffset at) =>
        at.ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture);

    /// <summary>ISO 8601 without time.</summary>
    public static string WriteDate(DateTimeOffset at) => at.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
