using System.Globalization;
using PaymentBot.Approvals;
using PaymentBot.Cards.Layout;
using PaymentBot.Cards.Markup;
using PaymentBot.Cards.Wording;

namespace PaymentBot.Cards.Deciding;

/// <summary>What is said about deciding in Russian.</summary>
public sealed class RussianDecidingPhrases : IDecidingPhrases
{
    private const int MaxOnButton = 32;

    /// <inheritdoc />
    public string WriteComment => "Напишите комментарий ответом на сообщение";

    /// <inheritdoc />
    public string ConfirmOnCard => "Крупная сумма: подтвердите решение на карточке";

    /// <inheritdoc />
    public string ApproveCancelled => "Ничего не отправлено";

    /// <inheritdoc />
    public string FilesListed => "Выберите, какой файл прислать";

    /// <inheritdoc />
    public string CommentPlaceholder => "Комментарий к согласованию";

    /// <inheritdoc />
    public string CommentNoLongerNeeded =>
        "Комментарий больше не нужен: согласовывать уже нечего. Смотрите карточку заявки.";

    /// <inheritdoc />
    public string FileIsHere => "Этот файл уже здесь. Чтобы получить его ещё раз, нажмите на него снова.";

    /// <inheritdoc />
    public string Barred(FourEyesBar bar) =>
        bar is FourEyesBar.OwnRequest
            ? "Свою заявку согласует другой человек. Отклонить её вы можете."
            : "Вы уже согласовали другой этап этой заявки. Этот согласует другой человек, отклонить её вы можете.";

    /// <inheritdoc />
    public string FileComing(string name) => $"Отправляем «{PhraseText.Toast(name)}»…";

    /// <inheritdoc />
    public string CommentPrompt(string number) =>
        $"С каким комментарием согласовать заявку <b>{PhraseText.Html(number)}</b>? Ответьте на это сообщение, и решение уйдёт в ERP.";

    /// <inheritdoc />
    public string CommentAccepted(string number) =>
        $"Комментарий принят, передаём согласование заявки {PhraseText.Html(number)} в ERP.";

    /// <inheritdoc />
    public string CommentToConfirm(string number) =>
        $"Комментарий записан. Сумма крупная: подтвердите решение на карточке заявки {PhraseText.Html(number)}.";

    /// <inheritdoc />
    public string FilesOf(string number) => $"📎 <b>Файлы заявки {PhraseText.Html(number)}</b>";

    /// <inheritdoc />
    public string FilesMissing(int count) =>
        string.Create(CultureInfo.InvariantCulture, $"Ещё не пришли из ERP: {count}");

    /// <inheritdoc />
    public string FilesPage(int page, int pages) =>
        string.Create(CultureInfo.InvariantCulture, $"Страница {page} из {pages}");

    /// <inheritdoc />
    public string ApproverUnreachable(string name, string number) =>
        $"""
            ⚠️ {PhraseText.Html(name)} сейчас не получает заявки в Telegram.
            Ваша заявка {PhraseText.Html(
                number
            )} ждёт решения этого человека: сообщите ему о ней сами. Остальные согласующие заявку получают.
            """;

    /// <inheritdoc />
    public string OperatorUnreachable(string name, UnreachableWhy why) =>
        $"⚠️ {PhraseText.Html(name)}: заявки не доставляются в Telegram. {Why(why)}";

    /// <inheritdoc />
    public string NobodyMayApprove(string number, string role) =>
        $"""
            ⚠️ Этап «{Role(role)}» вашей заявки {PhraseText.Html(
                number
            )} согласовать некому: свои заявки и два этапа одной заявки один человек не согласует.
            Попросите изменить маршрут в ERP.
            """;

    /// <inheritdoc />
    public string OperatorNobodyMayApprove(string number, string role) =>
        $"""
            ⚠️ Заявка {PhraseText.Html(number)}: этап «{Role(role)}» согласовать некому.
            Нужно изменить маршрут в ERP, или правило «четырёх глаз» в настройках бота (<code>Approvals__FourEyes</code>).
            """;

    /// <inheritdoc />
    public string AllFiles(int count) => string.Create(CultureInfo.InvariantCulture, $"Прислать все ({count})");

    /// <inheritdoc />
    public string FileButton(int number, string name) =>
        string.Create(CultureInfo.InvariantCulture, $"{number}. {ForeignText.Inline(name, MaxOnButton)}");

    /// <inheritdoc />
    public string FileLine(int number, string name, long size) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{number}. {PhraseText.Html(name)}, {CardLanguage.Formats(Language.Russian).Size(size)}"
        );

    private static string Role(string role)
    {
        var words = CardLanguage.Words(Language.Russian);
        return PhraseText.Html(words.RoleInSentence(words.Role(role)));
    }

    private static string Why(UnreachableWhy why) =>
        why switch
        {
            UnreachableWhy.Blocked => "Этот человек заблокировал бота.",
            UnreachableWhy.NeverStarted =>
                "Этот человек ещё не начинал чат с ботом: пусть откроет бота и нажмёт /start.",
            _ => "Этот аккаунт Telegram удалён.",
        };
}
