using PaymentBot.Cards.Wording;

namespace PaymentBot.Cards.Inline;

/// <summary>What is said about searching from any chat, in Russian.</summary>
public sealed class RussianInlinePhrases : IInlinePhrases
{
    /// <inheritdoc />
    public string SignInButton => "Войдите, чтобы искать заявки";

    /// <inheritdoc />
    public string UnblockButton => "Откройте чат с ботом, чтобы искать заявки";

    /// <inheritdoc />
    public string NothingFoundButton => "Ничего не найдено. Как искать?";

    /// <inheritdoc />
    public string TooMuchButton => "Слишком много заявок. Как уточнить поиск?";

    /// <inheritdoc />
    public string OffButton => "Поиск из чатов отключён";

    /// <inheritdoc />
    public string MaskedHint => "В чат уйдёт без суммы, получателя и назначения";

    /// <inheritdoc />
    public string MaskedNote => "Сумма, получатель и назначение видны только в личном чате.";

    /// <inheritdoc />
    public string EndedNote => "Карточка больше не обновляется.";

    /// <inheritdoc />
    public string SearchButton => "🔎 Искать заявки";

    /// <inheritdoc />
    public string Guide(string bot) =>
        $"""
            <b>Поиск заявок из любого чата</b>

            Наберите <code>@{PhraseText.Html(bot)}</code> и что ищете. Условия можно сочетать:

            <code>ромашка</code> — получатель или назначение
            <code>123</code> — номер
            <code>&gt;1 млн</code>, <code>100-200 тыс</code>, <code>84 300</code> — сумма
            <code>сегодня</code>, <code>неделя</code>, <code>15.11</code>, <code>2026-11</code> — дата заявки
            <code>отклонено</code>, <code>оплачено</code> — состояние
            <code>мои</code> — созданные вами
            <code>жду</code> — ждут вашего решения

            Находятся только заявки, которые вам доступны. Отправленная карточка обновляется сама; решения принимают в личном чате.
            """;
}
