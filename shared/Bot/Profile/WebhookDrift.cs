using System.Net;
using PaymentBot.Bot.Conversation;
using PaymentBot.Bot.Requests;
using Telegram.Bot.Types;

namespace PaymentBot.Bot.Profile;

/// <summary>What of the webhook is not as it should be, by the names of the Bot API. Pure.</summary>
public static class WebhookDrift
{
    private const string Unauthorized = " 401 ";

    /// <summary>Compares all that can be compared.</summary>
    /// <param name="plan">As it should be.</param>
    /// <param name="info">As Telegram has it.</param>
    /// <param name="set">What was noted when it was set last, or null.</param>
    /// <param name="addresses">Where the name of the bot leads now; empty when that is not known.</param>
    /// <returns>The names of what differs; empty when all is well.</returns>
    public static IReadOnlyList<string> Between(
        WebhookPlan plan,
        WebhookInfo info,
        Note? set,
        IReadOnlyList<IPAddress> addresses
    )
    {
        List<string> differences = [];
        void Compare(string name, bool same)
        {
            if (!same)
            {
                differences.Add(name);
            }
        }

        Compare("url", string.Equals(info.Url, plan.Url.AbsoluteUri, StringComparison.Ordinal));
        Compare("allowed_updates", Missing(info).Count == 0);
        Compare("max_connections", info.MaxConnections is null or WebhookPlan.MaxConnections);
        Compare("certificate", HasCertificate(plan, info, set));
        Compare("secret_token", HasSecret(plan, info, set));
        Compare("ip_address", HasAddress(info, set, addresses));
        return differences;
    }

    /// <summary>The kinds of updates that the webhook was set without; a webhook without a list tells of all that matter.</summary>
    /// <param name="info">As Telegram has it.</param>
    public static IReadOnlyList<string> Missing(WebhookInfo info) =>
        info.AllowedUpdates is { Length: > 0 } allowed
            ? [.. UpdateKinds.NamesOf(UpdateKinds.Allowed.Except(allowed))]
            : [];

    /// <summary>Whether a delivery failed since the webhook was set.</summary>
    /// <param name="info">As Telegram has it.</param>
    /// <param name="set">What was noted when it was set last, or null.</param>
    private static bool FailedSince(WebhookInfo info, Note? set) =>
        info.LastErrorDate is { } date && (set is null || date > set.At.UtcDateTime);

    private static bool HasCertificate(WebhookPlan plan, WebhookInfo info, Note? set) =>
        info.HasCustomCertificate == (plan.Certificate is not null)
        && (plan.Certificate is null || set is null || IsAsSet(plan, set, 1));

    /// <summary>Telegram does not show the secret. It is another one when the settings have changed since it was set, or when the bot itself does not let Telegram in.</summary>
    private static bool HasSecret(WebhookPlan plan, WebhookInfo info, Note? set) =>
        (set is null || IsAsSet(plan, set, 0))
        && !(FailedSince(info, set) && info.LastErrorMessage?.Contains(Unauthorized, StringComparison.Ordinal) == true);

    /// <summary>
    /// Telegram looks names up by itself, and behind a tunnel or a content network it may see another address than this machine does. So a difference counts only while
    /// deliveries fail.
    /// </summary>
    private static bool HasAddress(WebhookInfo info, Note? set, IReadOnlyList<IPAddress> addresses) =>
        addresses.Count == 0
        || !FailedSince(info, set)
        || !IPAddress.TryParse(info.IpAddress, out var address)
        || addresses.Contains(address);

    private static bool IsAsSet(WebhookPlan plan, Note set, int part)
    {
        var noted = set.Text.Split(' ');
        return part < noted.Length
            && string.Equals(noted[part], plan.Fingerprint.Split(' ')[part], StringComparison.Ordinal);
    }
}
