using System.Globalization;
using PaymentBot.Approvals;
using PaymentBot.Cards.Formats;
using PaymentBot.Cards.Markup;

namespace PaymentBot.Cards.Words;

/// <summary>The bot's sentences in Russian.</summary>
internal sealed class RussianPhrases : IPhrases
{
    public Language Language => Language.Russian;

    public ISignInPhrases SignIn { get; } = new RussianSignInPhrases();

    public IInboxPhrases Inbox { get; } = new RussianInboxPhrases();

    public IGroupPhrases Groups { get; } = new RussianGroupPhrases();

    public IInlinePhrases Inline { get; } = new RussianInlinePhrases();

    public IDecidingPhrases Deciding { get; } = new RussianDecidingPhrases();

    public ICardWords Card { get; } = new RussianCardWords();

    public LanguageFormats Formats { get; } = new RussianFormats();

    public string NotYourTurn => "Сейчас решает другой этап.";

    public string DocumentChanged => "Заявка изменилась, ничего не отправлено. Проверьте обновлённую карточку.";

    public string ButtonNotYours => "Эта кнопка вам недоступна.";

    public string NotLinked => "Ваш Telegram не подключён. Напишите боту /start в личном чате.";

    public string ChooseReason => "Выберите причину";

    public string WriteReason => "Напишите причину ответом на сообщение";

    public string RejectCancelled => "Отклонение отменено";

    public string FilesNotReady => "Файлы ещё не пришли из ERP. Попробуйте чуть позже.";

    public string Expired => "Кнопка устарела. Посмотрите последнюю карточку заявки.";

    public string ReasonPlaceholder => "Причина отклонения";

    public string ReasonEmpty => "Нужен текст: ответьте на вопрос бота словами.";

    public string ReasonNoLongerNeeded => "Причина больше не нужна: отклонять уже нечего. Смотрите карточку заявки.";

    public string RequestNotFound => "Такой заявки нет или она вам недоступна.";

    public string SignedOut => "Этот чат отключён от бота, заявки сюда больше не приходят. Подключиться снова: /login";

    public string DecisionAccepted(DecisionKind kind) =>
        kind == DecisionKind.Approve
            ? "Решение «согласовать» принято, передаём в ERP"
            : "Решение «отклонить» принято, передаём в ERP";

    public string AlreadyDecidedBy(string name, DecisionKind kind) =>
        $"Решение уже есть: {PhraseText.Toast(name)}, «{Verb(kind)}».";

    public string AlreadyDecidedByYou(DecisionKind kind) => $"Ваше решение уже есть: «{Verb(kind)}».";

    public string RequestClosed(RequestStatus status) =>
        status switch
        {
            RequestStatus.Approved => "Заявка уже согласована.",
            RequestStatus.Rejected => "Заявка уже отклонена.",
            RequestStatus.Withdrawn => "Заявка отозвана.",
            RequestStatus.Paid => "Заявка уже оплачена.",
            _ => "Сейчас решать нечего.",
        };

    public string FilesComing(int count) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"Отправляем {count} {Plural.Russian(count, "файл", "файла", "файлов")}…"
        );

    public string StartLinked(string name) =>
        $"Здравствуйте, {PhraseText.Html(name)}! Вы подключены: заявки на оплату, которые ждут вашего решения, придут сюда сами.";

    public string StartStranger(long telegramUserId) =>
        $"""
            Здравствуйте! Этот бот помогает согласовывать заявки на оплату.

            Чтобы получить доступ, передайте администратору ваш номер в Telegram: {PhraseText.Id(telegramUserId)}
            Как только вас подключат, заявки придут сюда сами.
            """;

    public string LoginNotYet(long telegramUserId) =>
        $"Подключает администратор. Передайте ему ваш номер в Telegram: {PhraseText.Id(telegramUserId)}";

    public string LoginAlready(string name) => $"Вы уже подключены: {PhraseText.Html(name)}.";

    public string FilesGone(string number) =>
        $"Файлы заявки {PhraseText.Html(number)} сейчас недоступны. Бот запросит их в учётной системе ещё раз.";

    public string ReasonPrompt(string number) =>
        $"Почему вы отклоняете заявку <b>{PhraseText.Html(number)}</b>? Ответьте на это сообщение, причину увидит инициатор.";

    public string ReasonTooLong(int max) =>
        string.Create(CultureInfo.InvariantCulture, $"Слишком длинно: не больше {max} ")
        + $"{Plural.Russian(max, "символа", "символов", "символов")}. Ответьте короче.";

    public string ReasonAccepted(string number) =>
        $"Причина принята, передаём отклонение заявки {PhraseText.Html(number)} в ERP.";

    public string InboxCount(int count) =>
        count == 0
            ? "Сейчас вашего решения ничего не ждёт."
            : string.Create(
                CultureInfo.InvariantCulture,
                $"Вашего решения {Plural.Russian(count, "ждёт", "ждут", "ждут")} <b>{count}</b> "
            ) + $"{Plural.Russian(count, "заявка", "заявки", "заявок")}.";

    public string OperatorDecisionFailed(string number, string decisionId, int? status) =>
        $"""
            ⚠️ Решение по заявке {PhraseText.Html(number)} не передано в ERP.
            Ответ: {(status is { } code ? string.Create(CultureInfo.InvariantCulture, $"HTTP {code}") : "нет")}
            Решение: <code>{PhraseText.Html(decisionId)}</code>
            """;

    public string OperatorErpSilent(int count) =>
        $"""
            ⚠️ ERP больше часа не забирает решения. Ждёт: {count.ToString(CultureInfo.InvariantCulture)}
            Проверьте фоновое задание в базе и команду <code>paymentbot doctor --erp</code>. Через 24 часа решение снимается.
            """;

    public string OperatorWebhookRepaired(string differences) =>
        $"""
            🔧 Вебхук в Telegram отличался от настроек ({PhraseText.Html(differences)}) и установлен заново.
            Если это повторится, тем же токеном пользуется ещё одна программа.
            """;

    public string LinkedNow(string name) =>
        $"Готово: {PhraseText.Html(name)}, ваш Telegram подключён. Заявки, которые ждут вашего решения, придут сюда сами.";

    private static string Verb(DecisionKind kind) => kind == DecisionKind.Approve ? "согласовать" : "отклонить";
}
