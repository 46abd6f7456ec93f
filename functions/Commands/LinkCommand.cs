using System.CommandLine;
using System.Globalization;
using PaymentBot.Bot.People;

namespace PaymentBot.Functions.Commands;

/// <summary><c>link add|remove|list</c>.</summary>
internal static class LinkCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create() =>
        new("link", "Ties Telegram users to ERP people.") { CreateAdd(), CreateRemove(), CreateList() };

    private static Option<long> TelegramOption() =>
        new("--telegram") { Description = "The Telegram user id, a number; /start tells it.", Required = true };

    private static string Describe(Link link) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{link.TelegramUserId}\t{link.ErpId}\t{link.LinkedAt.UtcDateTime:yyyy-MM-dd HH:mm}\t{link.Unreachable?.ToString() ?? "Reachable"}"
        );

    private static Command CreateAdd()
    {
        var telegram = TelegramOption();
        var erp = new Option<string>("--erp") { Description = "The ERP person's id.", Required = true };
        var language = new Option<string?>("--language")
        {
            Description = "The language of the first cards, ru or en; later Telegram tells.",
        };
        var command = new Command("add", "Ties a Telegram user to an ERP person.") { telegram, erp, language };
        command.RunsWithBot(
            async (services, parsed, output, cancellationToken) =>
            {
                var user = parsed.GetRequiredValue(telegram);
                var person = parsed.GetRequiredValue(erp);
                var code = parsed.GetValue(language);
                var replaced = await LinkAdministration.AddAsync(services, user, person, code, cancellationToken);
                foreach (var former in replaced)
                {
                    await output.WriteLineAsync($"Replaced: {Describe(former)}");
                }

                await output.WriteLineAsync(
                    string.Create(CultureInfo.InvariantCulture, $"Linked: {user} is {person}.")
                );
                return 0;
            }
        );
        return command;
    }

    private static Command CreateRemove()
    {
        var telegram = TelegramOption();
        var command = new Command("remove", "Unties a Telegram user.") { telegram };
        command.RunsWithBot(
            async (services, parsed, output, cancellationToken) =>
            {
                var user = parsed.GetRequiredValue(telegram);
                var removed = await LinkAdministration.RemoveAsync(services, user, cancellationToken);
                var said = removed is null ? "There was no such link." : $"Removed: {Describe(removed)}";
                await output.WriteLineAsync(said);
                return removed is null ? 1 : 0;
            }
        );
        return command;
    }

    private static Command CreateList()
    {
        var command = new Command("list", "Lists the links: Telegram user, ERP person, since when, reachability.");
        command.RunsWithBot(
            async (services, parsed, output, cancellationToken) =>
            {
                await foreach (var link in LinkAdministration.ListAsync(services, cancellationToken))
                {
                    await output.WriteLineAsync(Describe(link));
                }

                return 0;
            }
        );
        return command;
    }
}
