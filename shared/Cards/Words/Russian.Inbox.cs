using System.Globalization;
using PaymentBot.Approvals;
using PaymentBot.Cards.Formats;
using PaymentBot.Cards.Markup;

namespace PaymentBot.Cards.Words;

/// <summary>A person's own lists in Russian.</summary>
internal sealed class RussianInboxPhrases : IInboxPhrases
{
    public ISettingsPhrases Settings { get; } = new RussianSettingsPhrases();

    public IHelpPhrases Help { get; } = new RussianHelpPhrases();

    public string OpenHint => "Чтобы открыть заявку, нажмите её номер.";

    public string PageBefore => "← Назад";

    public string PageAfter => "Дальше →";

    public string FindHow =>
        """
            Что найти? Напишите после команды получателя, номер, сумму или срок:

            /find ромашка
            /find 123
            /find &gt;1 млн
            /find неделя
            """;

    public string ListGone => "Список устарел. Вызовите команду ещё раз.";

    public string CardBelow => "Карточка заявки внизу чата";

    public string NotFound => "Такой заявки нет или она вам недоступна.";

    public string TimelineHow =>
        "Ход согласования открывается кнопкой «Ход согласования» под заявкой. Или напишите номер: /timeline 123";

    public string Title(InboxKind kind, int? count) =>
        kind switch
        {
            InboxKind.Pending => Waiting(count ?? 0),
            InboxKind.Mine => "Ваши заявки",
            InboxKind.History => "Заявки с вашим решением",
            _ => "Найденные заявки",
        };

    public string Empty(InboxKind kind) =>
        kind switch
        {
            InboxKind.Pending => "Сейчас вашего решения ничего не ждёт.",
            InboxKind.Mine => "Ваших заявок в боте пока нет.",
            InboxKind.History => "Ваших решений в боте пока нет.",
            _ => "Ничего не найдено среди доступных вам заявок.",
        };

    public string Total(string amounts) => $"Всего: {amounts}";

    public string MoreCurrencies(int count) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"и ещё {count} {Plural.Russian(count, "валюта", "валюты", "валют")}"
        );

    public string OnlyFirst(int count) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"Учтены первые {count} {Plural.Russian(count, "заявка", "заявки", "заявок")}, есть и другие."
        );

    public string Overdue(string moment) => $"срок прошёл {moment}";

    public string Refresh(int page, int? pages) =>
        pages is { } count
            ? string.Create(CultureInfo.InvariantCulture, $"🔄 {page} из {count}")
            : string.Create(CultureInfo.InvariantCulture, $"🔄 стр. {page}");

    public string CardMoved(string number) => $"Карточка заявки {PhraseText.Html(number)} теперь ниже в чате.";

    public string Timeline(string number) => $"Ход согласования {number}";

    public string Created(string moment, string name) => $"Создана {moment}: {name}";

    public string Took(string duration) => $"этап занял {duration}";

    public string Waits(string duration) => $"ждёт {duration}";

    public string Altogether(string duration, RequestStatus status) =>
        status == RequestStatus.Pending ? $"На согласовании {duration}." : $"Согласование заняло {duration}.";

    public string AsOf(string moment) => $"По данным на {moment}.";

    private static string Waiting(int count) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{Plural.Russian(count, "Ждёт", "Ждут", "Ждут")} вашего решения: {count}"
        );
}

/// <summary>The settings in Russian.</summary>
internal sealed class RussianSettingsPhrases : ISettingsPhrases
{
    public string Title => "Настройки";

    public string NeverDelayed =>
        "Заявки всегда приходят сразу: платёж может быть срочным. В тихие часы они приходят без звука.";

    public string LanguageButton => "🌐 Язык";

    public string QuietHoursButton => "🌙 Тихие часы";

    public string TimeZoneButton => "🕓 Часовой пояс";

    public string Back => "← Назад";

    public string ChooseLanguage => "На каком языке писать вам?";

    public string AsInTelegram => "Как в Telegram";

    public string ChooseQuietHours =>
        "В тихие часы заявки приходят как обычно, только без звука.\n\n"
        + "Выберите часы или напишите свои, например: 22:30-7:45. Можно сразу с часовым поясом: 22:30-7:45 Asia/Omsk.";

    public string NoQuietHours => "Без тихих часов";

    public string ChooseTimeZone =>
        "По этому поясу идут тихие часы и время на карточках.\n\n"
        + "Выберите пояс или напишите название из базы IANA, например: Asia/Tokyo.";

    public string Saved => "Сохранено";

    public string Language(bool chosen) => chosen ? "Язык: русский" : "Язык: русский, как в Telegram";

    public string Sound(bool silent) => silent ? "Звук: выключен" : "Звук: включён";

    public string QuietHours(string? hours) => hours is null ? "Тихие часы: нет" : $"Тихие часы: {hours}";

    public string TimeZone(string zone, bool chosen) =>
        chosen ? $"Часовой пояс: {zone}" : $"Часовой пояс: {zone}, как в компании";

    public string SoundButton(bool silent) => silent ? "🔔 Включить звук" : "🔕 Выключить звук";

    public string CompanyTimeZone(string zone) => $"Как в компании: {zone}";

    public string Zone(string id) =>
        id switch
        {
            "Europe/Kaliningrad" => "Калининград",
            "Europe/Moscow" => "Москва",
            "Europe/Samara" => "Самара",
            "Asia/Yekaterinburg" => "Екатеринбург",
            "Asia/Omsk" => "Омск",
            "Asia/Krasnoyarsk" => "Красноярск",
            "Asia/Irkutsk" => "Иркутск",
            "Asia/Yakutsk" => "Якутск",
            "Asia/Vladivostok" => "Владивосток",
            "Asia/Magadan" => "Магадан",
            "Asia/Kamchatka" => "Камчатка",
            "Europe/London" => "Лондон",
            _ => id,
        };

    public string UnknownZone(string zone) =>
        $"Часовой пояс «{PhraseText.Html(zone)}» боту не знаком, ничего не изменилось. Напишите название из базы IANA, например: 22:30-7:45 Asia/Omsk";
}

/// <summary>Help in Russian.</summary>
internal sealed class RussianHelpPhrases : IHelpPhrases
{
    public string UnknownCommand => "Такой команды у бота нет. Что он умеет: /help";

    public string UnknownText =>
        """
            Сейчас бот ни о чём не спрашивал, поэтому сообщение ни на что не повлияло.

            Решения принимаются кнопками под заявкой. Что ждёт вас: /pending. Найти заявку: /find и получатель, номер или сумма. Подробнее: /help
            """;

    public IReadOnlyList<BotCommandText> PrivateCommands { get; } =
    [
        new("pending", "Что ждёт вашего решения"),
        new("mine", "Ваши заявки"),
        new("history", "Ваши решения"),
        new("find", "Найти заявку"),
        new("timeline", "Ход согласования заявки"),
        new("settings", "Язык, звук, тихие часы"),
        new("help", "Как пользоваться ботом"),
        new("me", "Кто вы здесь"),
        new("login", "Войти"),
        new("logout", "Выйти"),
    ];

    public IReadOnlyList<BotCommandText> GroupCommands { get; } = [new("where", "Какие заявки видит эта группа")];

    public IReadOnlyList<BotCommandText> AdministratorCommands { get; } =
    [
        new("bind", "Показывать здесь заявки: /bind treasury"),
        new("unbind", "Больше не показывать"),
        new("where", "Какие заявки видит эта группа"),
    ];

    public string Description =>
        "Согласование заявок на оплату прямо в Telegram. Заявки, которые ждут вашего решения, приходят сюда сами: с суммой, получателем, "
        + "назначением и документами. Согласовать или отклонить можно кнопкой под заявкой. Чтобы подключиться, нажмите кнопку внизу.";

    public string ShortDescription => "Согласование заявок на оплату: решения, ход и документы в одном чате.";

    public string Tell(HelpTopics topics)
    {
        var parts = new List<string> { "Сюда сами приходят заявки на оплату, которые вас касаются." };
        void Add(HelpTopics topic, string text)
        {
            if (topics.HasFlag(topic))
            {
                parts.Add(text);
            }
        }

        Add(HelpTopics.Deciding, Deciding);
        Add(HelpTopics.Initiating, Initiating);
        parts.Add(Searching);
        Add(HelpTopics.Groups, Groups);
        Add(HelpTopics.Operating, Operating);
        parts.Add(
            topics.HasFlag(HelpTopics.SigningIn) ? Account : $"{Account}\n\nПодключает и отключает администратор."
        );
        return string.Join("\n\n", parts);
    }

    private const string Deciding = """
        <b>Решения</b>
        • «Согласовать» и «Отклонить» под заявкой. Для отклонения нужна причина.
        • Решение действует, когда его примет ERP: карточка обновится сама.
        • /pending: что ждёт вашего решения и на какую сумму
        • /history: ваши решения
        """;

    private const string Initiating = """
        <b>Ваши заявки</b>
        • Каждый шаг согласования виден на карточке заявки.
        • /mine: все ваши заявки
        """;

    private const string Searching = """
        <b>Найти и посмотреть</b>
        • /find и получатель, номер, сумма или срок: /find ромашка
        • Документы и ход согласования: кнопки под заявкой
        """;

    private const string Groups = """
        <b>Группы</b>
        • Добавьте бота в группу и напишите там /bind treasury: группа будет видеть заявки казначейства, без кнопок решения.
        • /where: что видит группа, /unbind: больше не показывать
        """;

    private const string Operating = """
        <b>Вы оператор</b>
        • Сюда приходят сбои: решение не дошло до ERP, вход отменён, человек недоступен.
        • Проверка установки на сервере: paymentbot doctor
        """;

    private const string Account = """
        <b>Для вас</b>
        • /settings: язык, звук, тихие часы
        • /me: кто вы здесь, /logout: выйти
        """;
}
