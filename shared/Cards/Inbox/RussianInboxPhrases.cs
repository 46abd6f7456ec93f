using System.Globalization;
using PaymentBot.Approvals;
using PaymentBot.Cards.Formats;
using PaymentBot.Cards.Wording;

namespace PaymentBot.Cards.Inbox;

/// <summary>A person's own lists in Russian.</summary>
public sealed class RussianInboxPhrases : IInboxPhrases
{
    /// <inheritdoc />
    public ISettingsPhrases Settings { get; } = new RussianSettingsPhrases();

    /// <inheritdoc />
    public IHelpPhrases Help { get; } = new RussianHelpPhrases();

    /// <inheritdoc />
    public string OpenHint => "Чтобы открыть заявку, нажмите её номер.";

    /// <inheritdoc />
    public string PageBefore => "← Назад";

    /// <inheritdoc />
    public string PageAfter => "Дальше →";

    /// <inheritdoc />
    public string FindHow =>
        """
            Что найти? Напишите после команды получателя, номер, сумму или срок:

            /find ромашка
            /find 123
            /find &gt;1 млн
            /find неделя
            """;

    /// <inheritdoc />
    public string ListGone => "Список устарел. Вызовите команду ещё раз.";

    /// <inheritdoc />
    public string CardBelow => "Карточка заявки внизу чата";

    /// <inheritdoc />
    public string NotFound => "Такой заявки нет или она вам недоступна.";

    /// <inheritdoc />
    public string TimelineHow =>
        "Ход согласования открывается кнопкой «Ход согласования» под заявкой. Или напишите номер: /timeline 123";

    /// <inheritdoc />
    public string Title(InboxKind kind, int? count) =>
        kind switch
        {
            InboxKind.Pending => Waiting(count ?? 0),
            InboxKind.Mine => "Ваши заявки",
            InboxKind.History => "Заявки с вашим решением",
            _ => "Найденные заявки",
        };

    /// <inheritdoc />
    public string Empty(InboxKind kind) =>
        kind switch
        {
            InboxKind.Pending => "Сейчас вашего решения ничего не ждёт.",
            InboxKind.Mine => "Ваших заявок в боте пока нет.",
            InboxKind.History => "Ваших решений в боте пока нет.",
            _ => "Ничего не найдено среди доступных вам заявок.",
        };

    /// <inheritdoc />
    public string Total(string amounts) => $"Всего: {amounts}";

    /// <inheritdoc />
    public string MoreCurrencies(int count) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"и ещё {count} {Plural.Russian(count, "валюта", "валюты", "валют")}"
        );

    /// <inheritdoc />
    public string OnlyFirst(int count) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"Учтены первые {count} {Plural.Russian(count, "заявка", "заявки", "заявок")}, есть и другие."
        );

    /// <inheritdoc />
    public string Overdue(string moment) => $"срок прошёл {moment}";

    /// <inheritdoc />
    public string Refresh(int page, int? pages) =>
        pages is { } count
            ? string.Create(CultureInfo.InvariantCulture, $"🔄 {page} из {count}")
            : string.Create(CultureInfo.InvariantCulture, $"🔄 стр. {page}");

    /// <inheritdoc />
    public string CardMoved(string number) => $"Карточка заявки {PhraseText.Html(number)} теперь ниже в чате.";

    /// <inheritdoc />
    public string Timeline(string number) => $"Ход согласования {number}";

    /// <inheritdoc />
    public string Created(string moment, string name) => $"Создана {moment}: {name}";

    /// <inheritdoc />
    public string Took(string duration) => $"этап занял {duration}";

    /// <inheritdoc />
    public string Waits(string duration) => $"ждёт {duration}";

    /// <inheritdoc />
    public string Altogether(string duration, RequestStatus status) =>
        status == RequestStatus.Pending ? $"На согласовании {duration}." : $"Согласование заняло {duration}.";

    /// <inheritdoc />
    public string AsOf(string moment) => $"По данным на {moment}.";

    /// <inheritdoc />
    public string Duration(TimeSpan duration) => DurationText.Write(duration, "д", "ч", "мин", "меньше минуты");

    private static string Waiting(int count) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{Plural.Russian(count, "Ждёт", "Ждут", "Ждут")} вашего решения: {count}"
        );
}
