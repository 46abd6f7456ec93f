using PaymentBot.Cards.Markup;

namespace PaymentBot.Cards.Words;

/// <summary>What is said about searching from any chat, in Russian.</summary>
internal sealed class RussianInlinePhrases : IInlinePhrases
{
    public string SignInButton => "Войдите, чтобы искать заявки";

    public string UnblockButton => "Откройте чат с ботом, чтобы искать заявки";

    public string NothingFoundButton => "Ничего не найдено. Как искать?";

    public string TooMuchButton => "Слишком много заявок. Как уточнить поиск?";

    public string OffButton => "Поиск из чатов отключён";

    public string MaskedHint => "В чат уйдёт без суммы, получателя и назначения";

    public string MaskedNote => "Сумма, получатель и назначение видны только в личном чате.";

    public string EndedNote => "Карточка больше не обновляется.";

    public string SearchButton => "🔎 Искать заявки";

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
