using PaymentBot.Bot.SignIn;

namespace PaymentBot.Functions.SignIn.Pages;

/// <summary>Why somebody was not signed in, in Russian.</summary>
internal static class RussianRefusals
{
    private const string WriteLogin = "Напишите боту в Telegram /login и нажмите новую кнопку.";
    private const string PressAgain = "Нажмите кнопку в Telegram ещё раз или напишите боту /login.";
    private const string AskErp = "Обратитесь к тем, кто ведёт ERP, и снова напишите боту /login.";

    private static readonly Dictionary<Refusal, RefusalText> Texts = new()
    {
        [Refusal.SwitchedOff] = new(
            "Здесь нет входа",
            "В этом боте не настроен вход через Google.",
            "Попросите администраторов бота подключить вас."
        ),
        [Refusal.Malformed] = new("Неполная ссылка", "В адресе чего-то не хватает.", PressAgain),
        [Refusal.TooOften] = new(
            "Слишком много попыток",
            "Из вашей сети пришло слишком много обращений.",
            "Подождите минуту и попробуйте снова."
        ),
        [Refusal.TicketGone] = new(
            "Ссылка больше не действует",
            "Прошло больше десяти минут, ссылкой уже воспользовались, или её сменила более новая.",
            WriteLogin
        ),
        [Refusal.Overtaken] = new("Открыто дважды", "Ссылку открыли сразу в двух окнах.", PressAgain),
        [Refusal.NoCookie] = new(
            "Браузер потерял нить",
            "Файл cookie, поставленный в начале входа, не вернулся. Возможно, вход начат в другом браузере или в приватном окне, либо cookie отключены.",
            "Разрешите cookie для этой страницы. " + PressAgain
        ),
        [Refusal.OtherBrowser] = new(
            "Этот вход начат не здесь",
            "Пришёл ответ от другого входа, или его время вышло. Никто не подключён.",
            "Если адрес вам прислали, не доверяйте ему. Если это были вы, напишите боту /login и нажмите новую кнопку."
        ),
        [Refusal.AlreadyProven] = new(
            "Уже подтверждено",
            "Ваша почта уже подтверждена, а ссылка в Telegram выдаётся только один раз.",
            "Если бот вас ещё не поздравил, напишите ему /login и начните снова."
        ),
        [Refusal.Cancelled] = new(
            "Вы отказались",
            "Google не получил разрешения подтвердить вашу почту. Ничего не подключено.",
            "Передумали? " + PressAgain
        ),
        [Refusal.NotProven] = new(
            "Google не подтвердил",
            "На ответ от Google нельзя положиться. Ничего не подключено.",
            PressAgain
        ),
        [Refusal.MailboxNotVerified] = new(
            "Почта не подтверждена",
            "Google не проверял, что этот ящик ваш.",
            "Подтвердите адрес в своём аккаунте Google и снова напишите боту /login."
        ),
        [Refusal.WrongDomain] = new(
            "Это не почта компании",
            "Этот аккаунт Google не принадлежит компании.",
            PressAgain
        ),
        [Refusal.PersonUnknown] = new("ERP вас не знает", "В ERP нет никого с этой почтой.", AskErp),
        [Refusal.PersonInactive] = new(
            "Доступ закрыт",
            "По данным ERP человек с этой почтой больше не работает.",
            AskErp
        ),
        [Refusal.SeveralPeople] = new(
            "Два человека, одна почта",
            "В ERP больше одного человека с этой почтой, и понять, кто вы, нельзя. Случай записан для администраторов бота.",
            AskErp
        ),
        [Refusal.Unavailable] = new(
            "Сейчас не получается",
            "Одна из служб, нужных для входа, не отвечает. Ничего не подключено.",
            "Подождите минуту. " + PressAgain
        ),
    };

    /// <summary>The text of a refusal.</summary>
    /// <param name="refusal">Why.</param>
    public static RefusalText Of(Refusal refusal) => Texts[refusal];
}
