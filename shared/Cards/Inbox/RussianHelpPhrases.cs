namespace PaymentBot.Cards.Inbox;

/// <summary>Help in Russian.</summary>
public sealed class RussianHelpPhrases : IHelpPhrases
{
    /// <inheritdoc />
    public string UnknownCommand => "Такой команды у бота нет. Что он умеет: /help";

    /// <inheritdoc />
    public string UnknownText =>
        """
            Сейчас бот ни о чём не спрашивал, поэтому сообщение ни на что не повлияло.

            Решения принимаются кнопками под заявкой. Что ждёт вас: /pending. Найти заявку: /find и получатель, номер или сумма. Подробнее: /help
            """;

    /// <inheritdoc />
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

    /// <inheritdoc />
    public IReadOnlyList<BotCommandText> GroupCommands { get; } = [new("where", "Какие заявки видит эта группа")];

    /// <inheritdoc />
    public IReadOnlyList<BotCommandText> AdministratorCommands { get; } =
    [
        new("bind", "Показывать здесь заявки: /bind treasury"),
        new("unbind", "Больше не показывать"),
        new("where", "Какие заявки видит эта группа"),
    ];

    /// <inheritdoc />
    public string Description =>
        "Согласование заявок на оплату прямо в Telegram. Заявки, которые ждут вашего решения, приходят сюда сами: с суммой, получателем, "
        + "назначением и документами. Согласовать или отклонить можно кнопкой под заявкой. Чтобы подключиться, нажмите кнопку внизу.";

    /// <inheritdoc />
    public string ShortDescription => "Согласование заявок на оплату: решения, ход и документы в одном чате.";

    /// <inheritdoc />
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
