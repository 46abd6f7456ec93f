using System.Globalization;
using PaymentBot.Cards.Formats;
using PaymentBot.Cards.Groups;
using PaymentBot.Cards.Markup;

namespace PaymentBot.Cards.Words;

/// <summary>What the bot says about groups, in Russian.</summary>
internal sealed class RussianGroupPhrases : IGroupPhrases
{
    public string NothingBound =>
        """
            Сюда заявки не приходят.

            Администратор группы может это изменить: <code>/bind ключ</code>, где ключ группы задан в ERP.
            """;

    public string HowToBind =>
        """
            Напишите ключ группы из ERP, до 64 символов без пробелов, и, если нужно, уровень:

            <code>/bind treasury</code>: без счёта и ИНН получателя, файлы только в личных чатах
            <code>/bind treasury rounded</code>: ещё и с округлёнными суммами, без назначения и комментариев
            <code>/bind treasury full</code>: всё, вместе с файлами

            Отвязать: /unbind, что привязано: /where
            """;

    public string NotAllowed =>
        "Это может сделать администратор группы, который подключён к боту и которому это разрешено. Если это вы, напишите боту в личный чат /me и обратитесь к оператору бота.";

    public string CannotCheck => "Telegram сейчас не ответил, ничего не изменилось. Попробуйте ещё раз через минуту.";

    public string Anonymous =>
        "Бот не видит, кто пишет от имени группы или канала. Отключите анонимность и напишите от своего имени.";

    public string NotFollowed => "Заявки сюда больше не приходят, карточка не обновляется";

    public string Bound(string key, Redaction redaction) =>
        $"""
            Готово: заявки с ключом {Key(key)} приходят сюда.
            {Shown(redaction)}
            """;

    public string RedactionChanged(string key, Redaction redaction) =>
        $"""
            Готово: ключ {Key(key)}, уровень изменён.
            {Shown(redaction)}
            Прежние карточки изменятся вместе со своими заявками, отправленные файлы останутся.
            """;

    public string BoundAlready(string key, Redaction redaction) =>
        $"""
            Так уже и есть: заявки с ключом {Key(key)} приходят сюда.
            {Shown(redaction)}
            """;

    public string BoundElsewhere(string key) =>
        $"Ключ {Key(key)} уже привязан в другом месте. Сначала отвяжите его там: /unbind";

    public string PlaceTaken(string key) =>
        $"Сюда уже приходят заявки с ключом {Key(key)}. Чтобы привязать другой, сначала отвяжите этот: /unbind";

    public string SetByOperator(string key) =>
        $"Ключ {Key(key)} задан в настройках бота, изменить его может только оператор.";

    public string Unbound(string key) => $"Готово: заявки с ключом {Key(key)} сюда больше не приходят.";

    public string Where(string key, Redaction redaction, bool bySettings) =>
        $"""
            Сюда приходят заявки с ключом {Key(key)}{(bySettings ? ", так задано в настройках бота" : string.Empty)}.
            {Shown(redaction)}
            """;

    public string Help(string url) =>
        $"""
            Сюда могут приходить заявки на оплату. Решения принимаются только <a href="{PhraseText.Href(
                url
            )}">в личном чате</a>.

            /where: какие заявки приходят сюда
            /bind и /unbind: привязать и отвязать, для администратора группы
            """;

    public string FilesInPrivateChat(int count) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"📎 {count} {Plural.Russian(count, "файл", "файла", "файлов")}, только в личном чате"
        );

    public string OperatorBound(string key, string title, Redaction redaction, string who) =>
        $"Группа {Title(title)} привязана к ключу {Key(key)}, уровень {RedactionNames.Of(redaction)}. Кто привязал: {PhraseText.Html(who)}.";

    public string OperatorUnbound(string key, string title, string who) =>
        $"Группа {Title(title)} отвязана от ключа {Key(key)}. Кто отвязал: {PhraseText.Html(who)}.";

    public string OperatorTrouble(string keys, GroupTrouble trouble) =>
        $"⚠️ Заявки с ключом {Key(keys)} не доходят до группы: {Why(trouble)}.";

    public string OperatorTroubleOver(string keys) => $"✅ Заявки с ключом {Key(keys)} снова доходят до группы.";

    public string OperatorMoved(string keys, long chatId) =>
        $"Группа с ключом {Key(keys)} стала супергруппой. Её новый номер: {PhraseText.Id(chatId)}. Если она задана в настройках, обновите их.";

    private static string Key(string key) => $"<code>{PhraseText.Html(key)}</code>";

    private static string Title(string title) => $"«{PhraseText.Html(title)}»";

    private static string Shown(Redaction redaction) =>
        redaction switch
        {
            Redaction.Full => "Карточки показывают всё, файлы приходят вместе с ними.",
            Redaction.Rounded =>
                "Карточки показывают округлённые суммы, без счёта, назначения и комментариев. Файлы только в личных чатах.",
            _ => "Карточки не показывают счёт и ИНН получателя. Файлы только в личных чатах.",
        };

    private static string Why(GroupTrouble trouble) =>
        trouble switch
        {
            GroupTrouble.NoRights => "у бота нет права писать туда",
            GroupTrouble.TopicClosed => "тема закрыта",
            GroupTrouble.TopicGone => "тема удалена",
            _ => "бота удалили из неё или её больше нет",
        };
}
