using System.Net;
using System.Net.Sockets;
using PaymentBot.Bot.Conversation;
using PaymentBot.Bot.Requests;
using PaymentBot.Bot.Settings;
using PaymentBot.Bot.Telegram;
using PaymentBot.Storage;
using Telegram.Bot;

namespace PaymentBot.Bot.Profile;

/// <summary>
/// Sets the webhook, looks whether it still is as it should be, and repairs it. Operators hear of a repair once a day, not every hour. Where updates are fetched there is no
/// webhook to look after.
/// </summary>
/// <param name="telegram">The Bot API.</param>
/// <param name="settings">How it should be.</param>
/// <param name="notes">Remembers what was set, and what operators were told.</param>
/// <param name="operators">Those who look after the bot.</param>
/// <param name="timeProvider">The clock.</param>
/// <param name="logger">The log.</param>
public sealed partial class WebhookKeeper(
    TelegramClient telegram,
    BotSettings settings,
    NoteStore notes,
    OperatorNotices operators,
    TimeProvider timeProvider,
    ILogger<WebhookKeeper> logger
)
{
    private const string Set = "webhook-set";
    private const string Told = "webhook-told";

    private static readonly TimeSpan Quiet = TimeSpan.FromHours(24);

    /// <summary>Sets it.</summary>
    /// <param name="certificatePath">Another certificate than that of the settings, or null.</param>
    /// <param name="cancellationToken">Ends the work; setting again is safe.</param>
    /// <returns>The address that was set.</returns>
    /// <exception cref="TelegramApiException">Telegram refused or did not answer.</exception>
    /// <exception cref="SettingsException">Something about it is not configured.</exception>
    public async Task<Uri> SetAsync(string? certificatePath, CancellationToken cancellationToken)
    {
        var plan = await WebhookPlan.ReadAsync(settings, certificatePath, cancellationToken);
        await SetAsync(plan, cancellationToken);
        return plan.Url;
    }

    /// <summary>Looks, and repairs what is wrong. What hinders it is logged; the next run tries again.</summary>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="StorageException">The store failed; running again is safe.</exception>
    public async Task RepairAsync(CancellationToken cancellationToken)
    {
        if (settings.Telegram.Updates != UpdatesMode.Webhook)
        {
            return;
        }

        try
        {
            var plan = await WebhookPlan.ReadAsync(settings, null, cancellationToken);
            await RepairAsync(plan, cancellationToken);
        }
        catch (TelegramApiException exception)
        {
            Log.NotLooked(logger, exception.Method, exception.ErrorClass);
        }
        catch (Exception exception) when (exception is SettingsException or IOException or UnauthorizedAccessException)
        {
            Log.NoCertificate(logger, exception.Message);
        }
    }

    private async Task RepairAsync(WebhookPlan plan, CancellationToken cancellationToken)
    {
        var info = await telegram.GetWebhookInfo(cancellationToken);
        var set = await notes.FindAsync(Set, cancellationToken);
        var addresses = await AddressesAsync(plan.Url, cancellationToken);
        var differences = WebhookDrift.Between(plan, info, set, addresses);
        if (differences.Count == 0)
        {
            if (set is null)
            {
                await notes.WriteAsync(Set, plan.Fingerprint, cancellationToken);
            }

            return;
        }

        await SetAsync(plan, cancellationToken);
        var names = string.Join(", ", differences);
        Log.Repaired(logger, names);
        if (await notes.FindAsync(Told, cancellationToken) is { } told && timeProvider.GetUtcNow() - told.At < Quiet)
        {
            return;
        }

        await operators.WebhookRepairedAsync(differences, cancellationToken);
        await notes.WriteAsync(Told, names, cancellationToken);
    }

    private async Task SetAsync(WebhookPlan plan, CancellationToken cancellationToken)
    {
        await telegram.SendRequest(plan.ToRequest(), cancellationToken);
        await notes.WriteAsync(Set, plan.Fingerprint, cancellationToken);
    }

    private static async Task<IReadOnlyList<IPAddress>> AddressesAsync(Uri url, CancellationToken cancellationToken)
    {
        try
        {
            return await Dns.GetHostAddressesAsync(url.DnsSafeHost, cancellationToken);
        }
        catch (SocketException)
        {
            return [];
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "The webhook differed ({Differences}) and was set anew.")]
        public static partial void Repaired(ILogger logger, string differences);

        [LoggerMessage(2, LogLevel.Warning, "The webhook was not looked after: {Method} failed, class {ErrorClass}.")]
        public static partial void NotLooked(ILogger logger, string method, TelegramErrorClass errorClass);

        [LoggerMessage(3, LogLevel.Error, "The webhook cannot be looked after: {Reason}")]
        public static partial void NoCertificate(ILogger logger, string reason);
    }
}
