using System.Globalization;

namespace PaymentBot.Storage.AzureStorage.Pipeline;

/// <summary>The header <c>Retry-After</c>: seconds, or an instant (https://www.rfc-editor.org/rfc/rfc9110#section-10.2.3).</summary>
internal static class RetryAfterHeader
{
    /// <summary>How long to wait from now, zero or more; null without the header or with one that says nothing.</summary>
    public static TimeSpan? Read(string? value, DateTimeOffset now)
    {
        if (int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds))
        {
            return TimeSpan.FromSeconds(seconds);
        }

        if (
            !DateTimeOffset.TryParse(
                value,
                CultureInfo.InvariantCulture,
                DateTimeStyles.AssumeUniversal,
                out var instant
            )
        )
        {
            return null;
        }

        return instant > now ? instant - now : TimeSpan.Zero;
    }
}
