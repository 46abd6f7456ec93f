using System.Globalization;
using PaymentBot.Bot.Delivery.Recipients;
using PaymentBot.Bot.Settings;
using PaymentBot.Bot.Telegram;
using PaymentBot.Storage;
using Telegram.Bot.Requests;
using Telegram.Bot.Types.Enums;

namespace PaymentBot.Functions.Commands;

/// <summary>Finds out of every group key, from the settings and bound in Telegram, whether the bot can write where its cards go.</summary>
internal static class GroupExamination
{
    private const string What = "group";

    /// <summary>Looks.</summary>
    /// <param name="services">The bot's services.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public static async Task<IReadOnlyList<Finding>> RunAsync(
        IServiceProvider services,
        CancellationToken cancellationToken
    )
    {
        List<Finding> findings = [];
        try
        {
            var directory = services.GetRequiredService<GroupDirectory>();
            foreach (var key in await KeysAsync(services, cancellationToken))
            {
                if (await directory.FindAsync(key, cancellationToken) is { } target)
                {
                    findings.Add(await LookAsync(services, key, target, cancellationToken));
                }
            }
        }
        catch (StorageException exception)
        {
            findings.Add(new Finding(false, What, $"the bindings cannot be read ({exception.ErrorCode})"));
        }

        return findings;
    }

    private static async Task<IReadOnlyList<string>> KeysAsync(
        IServiceProvider services,
        CancellationToken cancellationToken
    )
    {
        var bound = await services.GetRequiredService<GroupBindings>().ListAsync(cancellationToken);
        return
        [
            .. services
                .GetRequiredService<BotSettings>()
                .Groups.Keys.Concat(bound.Select(stored => stored.Binding.Key))
                .Distinct(StringComparer.OrdinalIgnoreCase)
                .Order(StringComparer.OrdinalIgnoreCase),
        ];
    }

    private static async Task<Finding> LookAsync(
        IServiceProvider services,
        string key,
        GroupTarget target,
        CancellationToken cancellationToken
    )
    {
        var source = target.BySettings ? $"Groups__{key}" : "/bind";
        var topic = target.Place.ThreadId is { } thread
            ? string.Create(CultureInfo.InvariantCulture, $"/{thread}")
            : string.Empty;
        var where = string.Create(CultureInfo.InvariantCulture, $"{key} -> {target.Place.ChatId}{topic} ({source})");
        var telegram = services.GetRequiredService<TelegramClient>();
        try
        {
            // What Telegram lets the bot do there shows only when it does something, and this is the least.
            await telegram.SendRequest(
                new SendChatActionRequest
                {
                    ChatId = target.Place.ChatId,
                    MessageThreadId = (int?)target.Place.ThreadId,
                    Action = ChatAction.Typing,
                },
                cancellationToken
            );
            return new Finding(true, What, where);
        }
        catch (TelegramApiException exception)
        {
            return new Finding(false, What, $"{where}: {Explain(exception)}");
        }
    }

    private static string Explain(TelegramApiException exception) =>
        exception.ErrorClass switch
        {
            TelegramErrorClass.Gone => "the bot is not in that group any more; add it again, or bind another",
            TelegramErrorClass.Rights => "the bot may not write there; an administrator has to let it",
            TelegramErrorClass.Migrate =>
                "the group became a supergroup; the next card finds it, and the setting should name its new id",
            TelegramErrorClass.Config or TelegramErrorClass.Input =>
                "Telegram knows no such chat or topic; is the id right?",
            _ => $"Telegram did not say ({exception.ErrorClass})",
        };
}
