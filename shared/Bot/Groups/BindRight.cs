using PaymentBot.Bot.People;
using PaymentBot.Bot.Settings;
using PaymentBot.Bot.Telegram;
using PaymentBot.Erp.People;
using PaymentBot.Storage;
using Telegram.Bot.Requests;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;

namespace PaymentBot.Bot.Groups;

/// <summary>
/// Who may bind a group: its administrator, asked of Telegram now, who is linked, whom the ERP announced as active, with one of the roles in the
/// settings. Where the settings name none, nobody may.
/// </summary>
/// <param name="settings">The roles.</param>
/// <param name="links">Who is linked to whom. What somebody does in a group does not show that they can be reached in private.</param>
/// <param name="people">The people of the ERP.</param>
/// <param name="telegram">The Bot API.</param>
/// <param name="logger">The log.</param>
public sealed partial class BindRight(
    BotSettings settings,
    LinkStore links,
    PeopleStore people,
    TelegramClient telegram,
    ILogger<BindRight> logger
)
{
    /// <summary>Looks whether somebody may bind a group.</summary>
    /// <param name="chat">The group.</param>
    /// <param name="user">Who wants to.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The person, or null when they may not.</returns>
    /// <exception cref="StorageException">The store failed; asking again is safe.</exception>
    /// <exception cref="TelegramApiException">Telegram did not say; asking again is safe.</exception>
    public async Task<DirectoryPerson?> FindAsync(Chat chat, User user, CancellationToken cancellationToken)
    {
        var link = (await links.FindAsync(user.Id, cancellationToken))?.Link;
        var person = link is null ? null : await people.FindAsync(link.ErpId, cancellationToken);
        if (person is not { Active: true } || !person.Roles.Any(IsBinder))
        {
            Log.Refused(logger, user.Id, chat.Id, link is not null, false);
            return null;
        }

        if (!await IsAdministratorAsync(chat, user, cancellationToken))
        {
            Log.Refused(logger, user.Id, chat.Id, true, true);
            return null;
        }

        return person;
    }

    private bool IsBinder(string role) => settings.BinderRoles.Contains(role, StringComparer.OrdinalIgnoreCase);

    private async Task<bool> IsAdministratorAsync(Chat chat, User user, CancellationToken cancellationToken)
    {
        var request = new GetChatMemberRequest { ChatId = chat.Id, UserId = user.Id };
        var member = await telegram.SendRequest(request, cancellationToken);
        return member.User.Id == user.Id && member.Status is ChatMemberStatus.Creator or ChatMemberStatus.Administrator;
    }

    private static partial class Log
    {
        [LoggerMessage(
            1,
            LogLevel.Warning,
            "User {TelegramUserId} may not bind chat {ChatId}: linked {Linked}, has the role {HasRole}."
        )]
        public static partial void Refused(ILogger logger, long telegramUserId, long chatId, bool linked, bool hasRole);
    }
}
