using System.Globalization;

namespace PaymentBot.Sandbox.Cloud.FunctionsHost.Timers;

/// <summary>What a timer's function is told.</summary>
internal static class TimerValue
{
    /// <summary>A piece of JSON.</summary>
    /// <param name="status">Null for a timer that is not monitored, or never ran.</param>
    public static string Json(TimerStatus? status, bool isPastDue) =>
        $$"""{"Schedule":{"AdjustForDST":true},"ScheduleStatus":{{Status(status)}},"IsPastDue":{{(isPastDue ? "true" : "false")}}}""";

    private static string Status(TimerStatus? status) =>
        status is null
            ? "null"
            : string.Create(
                CultureInfo.InvariantCulture,
                $$"""{"Last":"{{status.Last.UtcDateTime:O}}","Next":"{{status.Next.UtcDateTime:O}}","LastUpdated":"{{status.Last.UtcDateTime:O}}"}"""
            );
}
