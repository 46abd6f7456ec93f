using System.Net.Http.Headers;

namespace PaymentBot.Erp;

/// <summary>Reads <c>Retry-After</c> (https://www.rfc-editor.org/rfc/rfc9110#section-10.2.3).</summary>
internal static class RetryAfter
{
    /// <summary>The longest wait that an ERP may ask for.</summary>
    public static readonly TimeSpan Max = TimeSpan.FromHours(1);

    /// <summary>The wait asked for, 0 to <see cref="Max"/>; null when the header is absent or nonsense.</summary>
    public static TimeSpan? Read(RetryConditionHeaderValue? header, DateTimeOffset now)
    {
        var wait = header?.Delta ?? header?.Date - now;
        return wait is { } asked ? TimeSpan.FromTicks(Math.Clamp(asked.Ticks, 0, Max.Ticks)) : null;
    }
}
