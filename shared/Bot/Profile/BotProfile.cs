using System.Text;
using PaymentBot.Bot.Requests;
using PaymentBot.Bot.Settings;
using PaymentBot.Bot.Telegram;
using PaymentBot.Cards;
using PaymentBot.Cards.Words;
using PaymentBot.Storage;
using Telegram.Bot.Requests;
using Telegram.Bot.Types;

namespace PaymentBot.Bot.Profile;

/// <summary>
/// What the bot says of itself in Telegram: commands by scope and language, descriptions, the menu button. Everything is compared first and set only where it
/// differs; and what was found right is not looked at again for two days, by whichever instance.
/// </summary>
/// <param name="telegram">The Bot API.</param>
/// <param name="seen">Remembers what was found right.</param>
/// <param name="settings">Which bot it is.</param>
/// <param name="logger">The log.</param>
public sealed partial class BotProfile(
    TelegramClient telegram,
    SeenStore seen,
    BotSettings settings,
    ILogger<BotProfile> logger
)
{
    /// <summary>English for everybody, Russian for those whose Telegram speaks it.</summary>
    private static readonly (IHelpPhrases Words, string? Code)[] Languages =
    [
        (Phrases.For(Language.English).Inbox.Help, null),
        (Phrases.For(Language.Russian).Inbox.Help, LanguageTags.CodeOf(Language.Russian)),
    ];

    /// <summary>Makes the profile right, unless it was found right within two days.</summary>
    /// <param name="cancellationToken">Ends the work; doing it again is safe.</param>
    /// <exception cref="TelegramApiException">Telegram refused or did not answer; doing it again is safe.</exception>
    /// <exception cref="StorageException">The store failed; doing it again is safe.</exception>
    public async Task KeepAsync(CancellationToken cancellationToken)
    {
        if (await seen.FindAsync(Mark(), cancellationToken) is null)
        {
            await ApplyAsync(cancellationToken);
        }
    }

    /// <summary>Makes the profile right.</summary>
    /// <param name="cancellationToken">Ends the work; doing it again is safe.</param>
    /// <exception cref="TelegramApiException">Telegram refused or did not answer; doing it again is safe.</exception>
    /// <exception cref="StorageException">The store failed; doing it again is safe.</exception>
    public async Task ApplyAsync(CancellationToken cancellationToken)
    {
        var changes = 0;
        foreach (var (words, code) in Languages)
        {
            foreach (var (scope, commands) in MenusOf(words))
            {
                changes += await ApplyMenuAsync(scope, commands, code, cancellationToken);
            }

            changes += await ApplyDescriptionAsync(words.Description, code, cancellationToken);
            changes += await ApplyShortDescriptionAsync(words.ShortDescription, code, cancellationToken);
        }

        changes += await ApplyMenuButtonAsync(cancellationToken);
        await seen.AddAsync(Mark(), string.Empty, cancellationToken);
        Log.Applied(logger, changes);
    }

    private static IEnumerable<(BotCommandScope Scope, IReadOnlyList<BotCommandText> Commands)> MenusOf(
        IHelpPhrases words
    )
    {
        yield return (BotCommandScope.Default(), words.PrivateCommands);
        yield return (BotCommandScope.AllPrivateChats(), words.PrivateCommands);
        yield return (BotCommandScope.AllGroupChats(), words.GroupCommands);
        yield return (BotCommandScope.AllChatAdministrators(), words.AdministratorCommands);
    }

    /// <summary>One mark for each bot and each profile, so that a new version or another token is looked at once.</summary>
    private static (string, string) Words(BotCommand command) => (command.Command, command.Description);

    private string Mark()
    {
        var text = new StringBuilder(settings.Telegram.BotToken.Split(':')[0]);
        foreach (var (words, code) in Languages)
        {
            text.Append('\n').Append(code).Append('\n').Append(words.Description).Append('\n');
            text.Append(words.ShortDescription);
            foreach (var (scope, commands) in MenusOf(words))
            {
                text.Append('\n').Append(scope.Type).AppendJoin('\n', commands);
            }
        }

        return $"profile-{StorageKey.Of(text.ToString())}";
    }

    private async Task<int> ApplyMenuAsync(
        BotCommandScope scope,
        IReadOnlyList<BotCommandText> texts,
        string? code,
        CancellationToken cancellationToken
    )
    {
        var current = await telegram.SendRequest(
            new GetMyCommandsRequest { Scope = scope, LanguageCode = code },
            cancellationToken
        );
        BotCommand[] wanted = [.. texts.Select(text => new BotCommand(text.Command, text.Description))];
        if (wanted.Select(Words).SequenceEqual(current.Select(Words)))
        {
            return 0;
        }

        var request = new SetMyCommandsRequest
        {
            Commands = wanted,
            Scope = scope,
            LanguageCode = code,
        };
        await telegram.SendRequest(request, cancellationToken);
        return 1;
    }

    private async Task<int> ApplyDescriptionAsync(string wanted, string? code, CancellationToken cancellationToken)
    {
        var question = new GetMyDescriptionRequest { LanguageCode = code };
        var current = await telegram.SendRequest(question, cancellationToken);
        if (string.Equals(current.Description, wanted, StringComparison.Ordinal))
        {
            return 0;
        }

        var request = new SetMyDescriptionRequest { Description = wanted, LanguageCode = code };
        await telegram.SendRequest(request, cancellationToken);
        return 1;
    }

    private async Task<int> ApplyShortDescriptionAsync(string wanted, string? code, CancellationToken cancellationToken)
    {
        var question = new GetMyShortDescriptionRequest { LanguageCode = code };
        var current = await telegram.SendRequest(question, cancellationToken);
        if (string.Equals(current.ShortDescription, wanted, StringComparison.Ordinal))
        {
            return 0;
        }

        var request = new SetMyShortDescriptionRequest { ShortDescription = wanted, LanguageCode = code };
        await telegram.SendRequest(request, cancellationToken);
        return 1;
    }

    private async Task<int> ApplyMenuButtonAsync(CancellationToken cancellationToken)
    {
        var current = await telegram.SendRequest(new GetChatMenuButtonRequest(), cancellationToken);
        if (current is MenuButtonCommands)
        {
            return 0;
        }

        await telegram.SendRequest(
            new SetChatMenuButtonRequest { MenuButton = new MenuButtonCommands() },
            cancellationToken
        );
        return 1;
    }

    private static partial class Log
    {
        [LoggerMessage(
            1,
            LogLevel.Information,
            "Commands, descriptions and menu button are right; {Changes} were set."
        )]
        public static partial void Applied(ILogger logger, int changes);
    }
}
