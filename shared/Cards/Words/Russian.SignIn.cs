using System.Globalization;
using PaymentBot.Cards.Formats;
using PaymentBot.Cards.Markup;

namespace PaymentBot.Cards.Words;

/// <summary>What the bot says about signing in, in Russian.</summary>
internal sealed class RussianSignInPhrases : ISignInPhrases
{
    public string Stranger =>
        """
            Здравствуйте! Этот бот помогает согласовывать заявки на оплату.

            Чтобы получить доступ, войдите с рабочей почтой: /login
            """;

    public string OfferButton => "Войти через Google";

    public string OpenRequest => "Открыть заявку";

    public string TooManyTries => "Слишком много попыток. Подождите минуту.";

    public string CodeUnusable => "Этот вход устарел или уже использован. Начните заново: /login";

    public string NoAccess => "В ERP ваш доступ отключён. Обратитесь к администратору.";

    public string ReplaceButton => "Заменить";

    public string KeepButton => "Оставить как есть";

    public string Kept => "Ничего не изменилось: подключён прежний аккаунт Telegram.";

    public string StolenToAsker =>
        "⚠️ Ваш вход завершали из другого аккаунта Telegram, поэтому он отменён: никто не подключён. Если это были вы, начните заново из этого чата: /login";

    public string DeniedToAsker =>
        "⚠️ Ваш вход отменён: в браузере ответили «Это не я». Если это были вы, начните заново: /login";

    public string AccessTaken => "Ваш доступ отключён в ERP. Заявки сюда больше не приходят.";

    public string GoogleTaken =>
        "Google больше не подтверждает ваш аккаунт, поэтому этот чат отключён. Если аккаунт работает, войдите снова: /login";

    public string Offer(int minutes) =>
        "Нажмите кнопку, выберите <b>рабочую почту</b> и вернитесь сюда.\n\n"
        + string.Create(
            CultureInfo.InvariantCulture,
            $"Ссылка действует {minutes} {Plural.Russian(minutes, "минуту", "минуты", "минут")} и только для вас: "
        )
        + "не пересылайте её.";

    public string OnlyInPrivate(string url) =>
        $"Вход возможен только в личном чате: <a href=\"{PhraseText.Href(url)}\">открыть бота</a>.";

    public string AlreadyLinked(string name) =>
        $"Вы уже подключены: <b>{PhraseText.Html(name)}</b>. Чтобы войти под другим именем, сначала выйдите: /logout";

    public string ReplaceQuestion(string name) =>
        $"<b>{PhraseText.Html(name)}</b>: уже подключён другой аккаунт Telegram. Заменить его на этот?";

    public string WhoYouAre(string name, string? email, DateOnly since, DateOnly verified)
    {
        var formats = Phrases.For(Language.Russian).Formats;
        return $"""
            Вы: <b>{PhraseText.Html(name)}</b>
            {(email is null ? "Подключил администратор" : $"Почта: {PhraseText.Html(email)}")}
            Подключение с {formats.Day(since)}, последнее подтверждение {formats.Day(verified)}

            Выйти: /logout
            """;
    }

    public string ReplacedBy(string account) =>
        $"⚠️ Теперь вы подключены из другого аккаунта Telegram: {PhraseText.Html(account)}. Этот чат отключён. Если это были не вы, сразу сообщите администратору.";

    public string StolenToFinisher(string account) =>
        $"""
            ⚠️ <b>Ничего не подключено.</b> Этот вход запросил другой аккаунт Telegram: {PhraseText.Html(account)}.

            Если ссылку вам прислали, не открывайте её больше и сообщите администратору. Чтобы войти самому, напишите здесь /login.
            """;

    public string OperatorStolen(string asker, long askerId, string finisher, long finisherId, string mailbox) =>
        $"""
            ⚠️ Код входа принёс другой аккаунт Telegram. Ничего не подключено.
            Запросил: {PhraseText.Html(asker)} ({PhraseText.Id(askerId)})
            Принёс: {PhraseText.Html(finisher)} ({PhraseText.Id(finisherId)})
            Почта: {PhraseText.Html(mailbox)}
            """;

    public string OperatorDenied(string asker, long askerId, string mailbox) =>
        $"""
            ⚠️ Владелец почты ответил, что вход запросил не он. Ничего не подключено.
            Запросил: {PhraseText.Html(asker)} ({PhraseText.Id(askerId)})
            Почта: {PhraseText.Html(mailbox)}
            """;

    public string OperatorSameMailbox(string mailbox, int count) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"⚠️ В ERP с почтой {PhraseText.Html(mailbox)} активных людей: {count}; войти с ней не может никто."
        );

    public string OperatorGoogleTaken(string name) =>
        $"⚠️ {PhraseText.Html(name)}: Google больше не подтверждает аккаунт, человек отключён.";
}
