using System.CommandLine;
using PaymentBot.Bot.Requests;
using PaymentBot.Functions.Settings;
using PaymentBot.Storage;

namespace PaymentBot.Functions.Commands;

/// <summary><c>doctor</c>: looks at configuration, storage, the way to Telegram, groups, the ERP and Google, and says what to fix.</summary>
internal static class DoctorCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var erp = new Option<bool>("--erp")
        {
            Description =
                "Only what the ERP's programmer wants to know: mode, keys, clock, address, signature, last contact.",
        };
        var command = new Command("doctor", "Checks configuration, storage, Telegram, groups, the ERP and Google.")
        {
            erp,
        };
        command.RunsWithBot(
            async (services, parsed, output, cancellationToken) =>
                await WriteAsync(
                    parsed.GetValue(erp)
                        ? await ErpExamination.RunAsync(services, cancellationToken)
                        : await ExamineAsync(services, cancellationToken),
                    output
                )
        );
        return command;
    }

    private static async Task<IReadOnlyList<Finding>> ExamineAsync(
        IServiceProvider services,
        CancellationToken cancellationToken
    ) =>
        [
            new(true, "configuration", "every setting is there and well formed"),
            await StorageAsync(services, cancellationToken),
            .. await TelegramExamination.RunAsync(services, cancellationToken),
            await InlineExamination.RunAsync(services, cancellationToken),
            .. await GroupExamination.RunAsync(services, cancellationToken),
            await ErpExamination.BrieflyAsync(services, cancellationToken),
            await GoogleExamination.RunAsync(services, cancellationToken),
        ];

    private static async Task<int> WriteAsync(IReadOnlyList<Finding> findings, TextWriter output)
    {
        foreach (var finding in findings)
        {
            await output.WriteLineAsync($"{(finding.Well ? "ok  " : "FIX ")} {finding.What}: {finding.Said}");
        }

        return findings.All(finding => finding.Well) ? 0 : 1;
    }

    private static async Task<Finding> StorageAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        var settings = services.GetRequiredService<HomeSettings>().Storage;
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
}
