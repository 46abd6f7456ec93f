using System.CommandLine;
using System.Globalization;
using PaymentBot.Erp;
using PaymentBot.Functions.Settings;
using PaymentBot.Functions.TelegramWebhook;
using PaymentBot.Ledger;
using PaymentBot.Storage;
using PaymentBot.Telegram;
using PaymentBot.Telegram.Types;

namespace PaymentBot.Functions.Commands;

/// <summary><c>doctor</c>: looks at configuration, storage, Telegram, the ERP's address and Google's, and says what to fix.</summary>
internal static class DoctorCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var command = new Command("doctor", "Checks configuration, storage, Telegram, the ERP's address and Google's.");
        command.RunsWithBot(
            (services, _, output, cancellationToken) => ExamineAsync(services, output, cancellationToken)
        );
        return command;
    }

    private static async Task<int> ExamineAsync(
        IServiceProvider services,
        TextWriter output,
        CancellationToken cancellationToken
    )
    {
        Finding[] findings =
        [
            new(true, "configuration", "every setting is there and well formed"),
            await StorageAsync(services, cancellationToken),
            await TelegramAsync(services, cancellationToken),
            await WebhookAsync(services, cancellationToken),
            await InlineExamination.RunAsync(services, cancellationToken),
            await ErpAsync(services, cancellationToken),
            await GoogleExamination.RunAsync(services, cancellationToken),
        ];
        foreach (var finding in findings)
        {
            await output.WriteLineAsync($"{(finding.Well ? "ok  " : "FIX ")} {finding.What}: {finding.Said}");
        }

        return findings.All(finding => finding.Well) ? 0 : 1;
    }

    private static async Task<Finding> StorageAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        var settings = services.GetRequiredService<BotSettings>().Storage;
        var isFile = settings.Provider == StorageProvider.Sqlite;
        var place = isFile ? settings.SqlitePath : "the storage account of AzureWebJobsStorage";
        try
        {
            await services.GetRequiredService<SeenStore>().AddAsync("doctor", string.Empty, cancellationToken);
            return new Finding(true, "storage", $"{place} can be read and written");
        }
        catch (StorageException exception)
        {
            return new Finding(
                false,
                "storage",
                isFile
                    ? $"{place} answered {exception.ErrorCode}; does the folder exist, and may this user write there?"
                    : $"{place} answered {exception.ErrorCode}; does it exist, and does this identity have the three data roles?"
            );
        }
    }

    private static async Task<Finding> TelegramAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        try
        {
            var bot = await services.GetRequiredService<TelegramClient>().GetMeAsync(cancellationToken);
            return new Finding(true, "telegram", $"the token is that of @{bot.Username}");
        }
        catch (TelegramApiException exception) when (exception.ErrorClass == TelegramErrorClass.Config)
        {
            return new Finding(
                false,
                "telegram",
                "Telegram does not know the token; compare Telegram__BotToken with @BotFather"
            );
        }
        catch (TelegramApiException exception)
        {
            return new Finding(
                false,
                "telegram",
                $"no answer from Telegram__ApiBaseUrl ({exception.ErrorClass}); is Telegram blocked on this network?"
            );
        }
    }

    private static async Task<Finding> WebhookAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        var settings = services.GetRequiredService<BotSettings>();
        try
        {
            var info = await services.GetRequiredService<TelegramClient>().GetWebhookInfoAsync(cancellationToken);
            var set = info.Url.Length > 0;
            if (set && Missing(info) is { Count: > 0 } missing)
            {
                return new Finding(
                    false,
                    "updates",
                    $"Telegram does not tell the bot of {string.Join(", ", missing)}; run 'paymentbot webhook set'"
                );
            }

            if (set == (settings.Telegram.Updates == UpdatesMode.Webhook))
            {
                var waiting = info.PendingUpdateCount.ToString(CultureInfo.InvariantCulture);
                return new Finding(true, "updates", $"{settings.Telegram.Updates}, {waiting} waiting");
            }

            return new Finding(
                false,
                "updates",
                set
                    ? "a webhook is set but Telegram__Updates is Polling"
                    : "no webhook is set; run 'paymentbot webhook set'"
            );
        }
        catch (TelegramApiException exception)
        {
            return new Finding(false, "updates", $"Telegram did not say ({exception.ErrorClass})");
        }
    }

    /// <summary>The kinds of updates that the webhook was set without, as by an earlier version; a webhook without a list tells of all that matter.</summary>
    private static List<string> Missing(WebhookInfo info) =>
        info.AllowedUpdates is { Count: > 0 } allowed
            ? [.. UpdateKinds.Allowed.Except(allowed, StringComparer.Ordinal)]
            : [];

    private static async Task<Finding> ErpAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        var reached = await services.GetRequiredService<ErpClient>().PingAsync(cancellationToken);
        var milliseconds = reached.Elapsed.TotalMilliseconds.ToString("F0", CultureInfo.InvariantCulture);
        return reached.Reachable
            ? new Finding(true, "erp", $"Erp__DecisionUrl answered in {milliseconds} ms (status {reached.Status})")
            : new Finding(
                false,
                "erp",
                $"Erp__DecisionUrl did not answer ({reached.Fault}); is the address right and the base running?"
            );
    }
}
