using System.CommandLine;
using System.Globalization;
using PaymentBot.Telegram;
using PaymentBot.Telegram.Methods;
using PaymentBot.Telegram.Types;

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
            Description = "The public part of a self-signed certificate, in PEM.",
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
        var command = new Command("info", "Shows what Telegram knows of the webhook.");
        command.RunsWithBot(
            async (services, parsed, output, cancellationToken) =>
            {
                var telegram = services.GetRequiredService<TelegramClient>();
                var info = await telegram.GetWebhookInfoAsync(cancellationToken);
                foreach (var line in Describe(info))
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
                await telegram.DeleteWebhookAsync(new DeleteWebhook(), cancellationToken);
                await output.WriteLineAsync("The webhook is deleted.");
                return 0;
            }
        );
        return command;
    }

    private static IEnumerable<string> Describe(WebhookInfo info)
    {
        yield return $"url: {(info.Url.Length == 0 ? "(none)" : info.Url)}";
        yield return string.Create(CultureInfo.InvariantCulture, $"waiting updates: {info.PendingUpdateCount}");
        yield return $"kinds: {string.Join(", ", info.AllowedUpdates ?? [])}";
        if (info.LastErrorDate is { } date)
        {
            var at = DateTimeOffset.FromUnixTimeSeconds(date).UtcDateTime;
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"last error: {at:yyyy-MM-dd HH:mm:ss} UTC, {info.LastErrorMessage}"
            );
        }
    }
}
