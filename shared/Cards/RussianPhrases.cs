using System.Globalization;
using PaymentBot.Approvals;
using PaymentBot.Cards.Deciding;
using PaymentBot.Cards.Formats;
using PaymentBot.Cards.Groups;
using PaymentBot.Cards.Inbox;
using PaymentBot.Cards.Inline;
using PaymentBot.Cards.Layout;
using PaymentBot.Cards.SignIn;
using PaymentBot.Cards.Wording;

namespace PaymentBot.Cards;

/// <summary>The bot's sentences in Russian.</summary>
public sealed class RussianPhrases : IPhrases
{
    /// <inheritdoc />
    public Language Language => Language.Russian;

    /// <inheritdoc />
    public ISignInPhrases SignIn { get; } = new RussianSignInPhrases();

    /// <inheritdoc />
    public IInboxPhrases Inbox { get; } = new RussianInboxPhrases();

    /// <inheritdoc />
    public IGroupPhrases Groups { get; } = new RussianGroupPhrases();

    /// <inheritdoc />
    public IInlinePhrases Inline { get; } = new RussianInlinePhrases();

    /// <inheritdoc />
    public IDecidingPhrases Deciding { get; } = new RussianDecidingPhrases();

    /// <inheritdoc />
    public string NotYourTurn => "Сейчас решает другой этап.";

    /// <inheritdoc />
    public string DocumentChanged => "Заявка изменилась, ничего не отправлено. Проверьте обновлённую карточку.";

    /// <inheritdoc />
    public string ButtonNotYours => "Эта кнопка вам недоступна.";

    /// <inheritdoc />
    public string NotLinked => "Ваш Telegram не подключён. Напишите боту /start в личном чате.";

    /// <inheritdoc />
    public string ChooseReason => "Выберите причину";

    /// <inheritdoc />
    public string WriteReason => "Напишите причину ответом на сообщение";

    /// <inheritdoc />
    public string RejectCancelled => "Отклонение отменено";

    /// <inheritdoc />
    public string FilesNotReady => "Файлы ещё не пришли из ERP. Попробуйте чуть позже.";

    /// <inheritdoc />
    public string TryAgainLater => "Не получилось, ничего не отправлено. Попробуйте через минуту.";

    /// <inheritdoc />
    public string Expired => "Кнопка устарела. Посмотрите последнюю карточку заявки.";

    /// <inheritdoc />
    public string ReasonPlaceholder => "Причина отклонения";

    /// <inheritdoc />
    public string ReasonEmpty => "Нужен текст: ответьте на вопрос бота словами.";

    /// <inheritdoc />
    public string ReasonNoLongerNeeded => "Причина больше не нужна: отклонять уже нечего. Смотрите карточку заявки.";

    /// <inheritdoc />
    public string AnonymousAdminRefused =>
        "Бот не видит, кто пишет от имени группы или канала. Напишите от своего имени, лучше в личный чат.";

    /// <inheritdoc />
    public string RequestNotFound => "Такой заявки нет или она вам недоступна.";

    /// <inheritdoc />
    public string SignedOut => "Этот чат отключён от бота, заявки сюда больше не приходят. Подключиться снова: /login";

    /// <inheritdoc />
    public string DecisionAccepted(DecisionKind kind) =>
        kind == DecisionKind.Approve
            ? "Решение «согласовать» принято, передаём в ERP"
            : "Решение «отклонить» принято, передаём в ERP";

    /// <inheritdoc />
    public string AlreadyDecidedBy(string name, DecisionKind kind) =>
        $"Решение уже есть: {PhraseText.Toast(name)}, «{Verb(kind)}».";

    /// <inheritdoc />
    public string AlreadyDecidedByYou(DecisionKind kind) => $"Ваше решение уже есть: «{Verb(kind)}».";

    /// <inheritdoc />
    public string RequestClosed(RequestStatus status) =>
        status switch
        {
            RequestStatus.Approved => "Заявка уже согласована.",
            RequestStatus.Rejected => "Заявка уже отклонена.",
            RequestStatus.Withdrawn => "Заявка отозвана.",
            RequestStatus.Paid => "Заявка уже оплачена.",
            _ => "Сейчас решать нечего.",
        };

    /// <inheritdoc />
    public string FilesComing(int count) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"Отправляем {count} {Plural.Russian(count, "файл", "файла", "файлов")}…"
        );

    /// <inheritdoc />
    public string StartLinked(string name) =>
        $"Здравствуйте, {PhraseText.Html(name)}! Вы подключены: заявки на оплату, которые ждут вашего решения, придут сюда сами.";

    /// <inheritdoc />
    public string StartStranger(long telegramUserId) =>
        $"""
            Здравствуйте! Этот бот помогает согласовывать заявки на оплату.

            Чтобы получить доступ, передайте администратору ваш номер в Telegram: {PhraseText.Id(telegramUserId)}
            Как только вас подключат, заявки придут сюда сами.
            """;

    /// <inheritdoc />
    public string LoginNotYet(long telegramUserId) =>
        $"Подключает администратор. Передайте ему ваш номер в Telegram: {PhraseText.Id(telegramUserId)}";

    /// <inheritdoc />
    public string LoginAlready(string name) => $"Вы уже подключены: {PhraseText.Html(name)}.";

    /// <inheritdoc />
    public string FilesGone(string number) =>
        $"Файлы заявки {PhraseText.Html(number)} сейчас недоступны. Бот запросит их в учётной системе ещё раз.";

    /// <inheritdoc />
    public string ReasonPrompt(string number) =>
        $"Почему вы отклоняете заявку <b>{PhraseText.Html(number)}</b>? Ответьте на это сообщение, причину увидит инициатор.";

    /// <inheritdoc />
    public string ReasonTooLong(int max) =>
        string.Create(CultureInfo.InvariantCulture, $"Слишком длинно: не больше {max} ")
        + $"{Plural.Russian(max, "символа", "символов", "символов")}. Ответьте короче.";

    /// <inheritdoc />
    public string ReasonAccepted(string number) =>
        $"Причина принята, передаём отклонение заявки {PhraseText.Html(number)} в ERP.";

    /// <inheritdoc />
    public string GroupPointer(string url) =>
        $"Решения принимаются в личном чате: <a href=\"{PhraseText.Href(url)}\">открыть бота</a>.";

    /// <inheritdoc />
    public string InboxCount(int count) =>
        count == 0
            ? "Сейчас вашего решения ничего не ждёт."
            : string.Create(
                CultureInfo.InvariantCulture,
                $"Вашего решения {Plural.Russian(count, "ждёт", "ждут", "ждут")} <b>{count}</b> "
            ) + $"{Plural.Russian(count, "заявка", "заявки", "заявок")}.";

    /// <inheritdoc />
    public string OperatorDecisionFailed(string number, string decisionId, int? status) =>
        $"""
            ⚠️ Решение по заявке {PhraseText.Html(number)} не передано в ERP.
            Ответ: {(status is { } code ? string.Create(CultureInfo.InvariantCulture, $"HTTP {code}") : "нет")}
            Решение: <code>{PhraseText.Html(decisionId)}</code>
            """;

    /// <inheritdoc />
    public string OperatorErpSilent(int count) =>
        $"""
            ⚠️ ERP больше часа не забирает решения. Ждёт: {count.ToString(CultureInfo.InvariantCulture)}
            Проверьте фоновое задание в базе и команду <code>paymentbot doctor --erp</code>. Через 24 часа решение снимается.
            """;

    /// <inheritdoc />
    public string OperatorWebhookRepaired(string differences) =>
        $"""
            🔧 Вебхук в Telegram отличался от настроек ({PhraseText.Html(differences)}) и установлен заново.
            Если это повторится, тем же токеном пользуется ещё одна программа.
            """;

    /// <inheritdoc />
    public string LinkedNow(string name) =>
        $"Готово: {PhraseText.Html(name)}, ваш Telegram подключён. Заявки, которые ждут вашего решения, придут сюда сами.";

    /// <inheritdoc />
    public string QuickReason(CardAction action) => QuickReasons.Text(action, CardLanguage.Words(Language));

    private static string Verb(DecisionKind kind) => kind == DecisionKind.Approve ? "согласовать" : "отклонить";
}
