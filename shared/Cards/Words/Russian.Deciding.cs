using System.Globalization;
using PaymentBot.Approvals;
using PaymentBot.Cards.Markup;

namespace PaymentBot.Cards.Words;

/// <summary>What is said about deciding in Russian.</summary>
internal sealed class RussianDecidingPhrases : IDecidingPhrases
{
    private const int MaxOnButton = 32;

    public string WriteComment => "Напишите комментарий ответом на сообщение";

    public string ConfirmOnCard => "Крупная сумма: подтвердите решение на карточке";

    public string ApproveCancelled => "Ничего не отправлено";

    public string FilesListed => "Выберите, какой файл прислать";

    public string CommentPlaceholder => "Комментарий к согласованию";

    public string CommentNoLongerNeeded =>
        "Комментарий больше не нужен: согласовывать уже нечего. Смотрите карточку заявки.";

    public string FileIsHere => "Этот файл уже здесь. Чтобы получить его ещё раз, нажмите на него снова.";

    public string Barred(FourEyesBar bar) =>
        bar is FourEyesBar.OwnRequest
            ? "Свою заявку согласует другой человек. Отклонить её вы можете."
            : "Вы уже согласовали другой этап этой заявки. Этот согласует другой человек, отклонить её вы можете.";

    public string FileComing(string name) => $"Отправляем «{PhraseText.Toast(name)}»…";

    public string CommentPrompt(string number) =>
        $"С каким комментарием согласовать заявку <b>{PhraseText.Html(number)}</b>? Ответьте на это сообщение, и решение уйдёт в ERP.";

    public string CommentAccepted(string number) =>
        $"Комментарий принят, передаём согласование заявки {PhraseText.Html(number)} в ERP.";

    public string CommentToConfirm(string number) =>
        $"Комментарий записан. Сумма крупная: подтвердите решение на карточке заявки {PhraseText.Html(number)}.";

    public string FilesOf(string number) => $"📎 <b>Файлы заявки {PhraseText.Html(number)}</b>";

    public string FilesMissing(int count) =>
        string.Create(CultureInfo.InvariantCulture, $"Ещё не пришли из ERP: {count}");

    public string FilesPage(int page, int pages) =>
        string.Create(CultureInfo.InvariantCulture, $"Страница {page} из {pages}");

    public string ApproverUnreachable(string name, string number) =>
        $"""
            ⚠️ {PhraseText.Html(name)} сейчас не получает заявки в Telegram.
            Ваша заявка {PhraseText.Html(
                number
            )} ждёт решения этого человека: сообщите ему о ней сами. Остальные согласующие заявку получают.
            """;

    public string OperatorUnreachable(string name, UnreachableReason why) =>
        $"⚠️ {PhraseText.Html(name)}: заявки не доставляются в Telegram. {Why(why)}";

    public string NobodyMayApprove(string number, string role) =>
        $"""
            ⚠️ Этап «{Role(role)}» вашей заявки {PhraseText.Html(
                number
            )} согласовать некому: свои заявки и два этапа одной заявки один человек не согласует.
            Попросите изменить маршрут в ERP.
            """;

    public string OperatorNobodyMayApprove(string number, string role) =>
        $"""
            ⚠️ Заявка {PhraseText.Html(number)}: этап «{Role(role)}» согласовать некому.
            Нужно изменить маршрут в ERP, или правило «четырёх глаз» в настройках бота (<code>Approvals__FourEyes</code>).
            """;

    public string AllFiles(int count) => string.Create(CultureInfo.InvariantCulture, $"Прислать все ({count})");

    public string FileButton(int number, string name) =>
        string.Create(CultureInfo.InvariantCulture, $"{number}. {ForeignText.Inline(name, MaxOnButton)}");

    public string FileLine(int number, string name, long size) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{number}. {PhraseText.Html(name)}, {Phrases.For(Language.Russian).Formats.Size(size)}"
        );

    private static string Role(string role)
    {
        var words = Phrases.For(Language.Russian).Card;
        return PhraseText.Html(words.RoleInSentence(words.Role(role)));
    }

    private static string Why(UnreachableReason why) =>
        why switch
        {
            UnreachableReason.Blocked => "Этот человек заблокировал бота.",
            UnreachableReason.NeverStarted =>
                "Этот человек ещё не начинал чат с ботом: пусть откроет бота и нажмёт /start.",
            _ => "Этот аккаунт Telegram удалён.",
        };
}
