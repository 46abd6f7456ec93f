using System.CommandLine;
using System.Globalization;
using PaymentBot.Bot.Conversation;
using PaymentBot.Bot.Profile;
using PaymentBot.Bot.Telegram;
using Telegram.Bot;
using Telegram.Bot.Requests;
using Telegram.Bot.Types;

namespace PaymentBot.Functions.Commands;

/// <summary><c>webhook set|info|delete</c>.</summary>
internal static class WebhookCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create() =>
        new("webhook", "How Telegram reaches the bot.") { CreateSet(), CreateInfo(), CreateDelete() };

    private static Command CreateSet()
    {
        var certificate = new Option<string?>("--certificate")
        {
            Description =
                "The public part of a self-signed certificate, in PEM; otherwise that of Telegram__CertificatePath.",
        };
        var command = new Command("set", "Tells Telegram the address under Bot__PublicUrl.") { certificate };
        command.RunsWithBot(
            async (services, parsed, output, cancellationToken) =>
            {
                var path = parsed.GetValue(certificate);
                var url = await WebhookAdministration.SetAsync(services, path, cancellationToken);
                await output.WriteLineAsync($"Telegram sends updates to {url}");
                return 0;
            }
        );
        return command;
    }

    private static Command CreateInfo()
    {
        var command = new Command("info", "Shows what Telegram knows of the webhook, and what its last error means.");
        command.RunsWithBot(
            async (services, parsed, output, cancellationToken) =>
            {
                var telegram = services.GetRequiredService<TelegramClient>();
                var info = await telegram.GetWebhookInfo(cancellationToken);
                foreach (var line in Describe(info, services.GetRequiredService<TimeProvider>().GetUtcNow()))
                {
                    await output.WriteLineAsync(line);
                }

                return 0;
            }
        );
        return command;
    }

    private static Command CreateDelete()
    {
        var command = new Command("delete", "Ends delivery by webhook; waiting updates stay with Telegram.");
        command.RunsWithBot(
            async (services, parsed, output, cancellationToken) =>
            {
                var telegram = services.GetRequiredService<TelegramClient>();
                await telegram.SendRequest(new DeleteWebhookRequest(), cancellationToken);
                await output.WriteLineAsync("The webhook is deleted.");
                return 0;
            }
        );
        return command;
    }

    private static IEnumerable<string> Describe(WebhookInfo info, DateTimeOffset now) =>
        [.. DescribePlan(info), .. DescribeTrouble(info, now)];

    private static IEnumerable<string> DescribePlan(WebhookInfo info)
    {
        var isSet = info.Url.Length > 0;
        yield return $"url: {(isSet ? info.Url : "(none)")}";
        if (!isSet)
        {
            yield return "  No webhook is set: the bot hears nothing unless it fetches updates (Telegram__Updates=Polling).";
        }

        yield return $"own certificate: {(info.HasCustomCertificate ? "uploaded" : "none")}";
        yield return string.Create(CultureInfo.InvariantCulture, $"waiting updates: {info.PendingUpdateCount}");
        if (info.PendingUpdateCount > 0)
        {
            yield return "  They come by themselves, in order, once the bot takes them; Telegram keeps them for 24 hours.";
        }

        yield return $"kinds: {string.Join(", ", UpdateKinds.NamesOf(info.AllowedUpdates ?? []))}";
        if (isSet && WebhookDrift.Missing(info) is { Count: > 0 } missing)
        {
            yield return $"  Missing: {string.Join(", ", missing)}. Run 'paymentbot webhook set'.";
        }
    }

    private static IEnumerable<string> DescribeTrouble(WebhookInfo info, DateTimeOffset now)
    {
        if (info.LastErrorDate is { } date)
        {
            yield return $"last error: {Instant(date, now)}, {info.LastErrorMessage}";
            yield return $"  {WebhookTrouble.Explain(info.LastErrorMessage ?? string.Empty)}";
        }

        if (info.LastSynchronizationErrorDate is { } disturbed)
        {
            yield return $"last trouble inside Telegram: {Instant(disturbed, now)}";
        }
    }

    private static string Instant(DateTime at, DateTimeOffset now) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{at:yyyy-MM-dd HH:mm:ss} UTC ({Math.Max(0, (now.UtcDateTime - at).TotalMinutes):F0} minutes ago)"
        );
}
