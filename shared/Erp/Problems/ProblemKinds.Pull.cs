namespace PaymentBot.Erp.Problems;

/// <content>Calls of an ERP that fetches decisions.</content>
public static partial class ProblemKinds
{
    /// <summary>The cursor is none that the bot gave out.</summary>
    public static ProblemKind UnknownCursor { get; } =
        new(
            400,
            "unknownCursor",
            new("Курсор неизвестен", "The cursor is unknown"),
            new(
                "Такого курсора бот не выдавал. Повторите вызов без after: придут все решения, которые ещё не подтверждены.",
                "The bot never gave this cursor out. Call again without after: every decision comes that is not acknowledged yet."
            )
        );

    /// <summary>A parameter of the query is no whole number in its range; the argument names it.</summary>
    public static ProblemKind WrongParameter { get; } =
        new(
            400,
            "wrongParameter",
            new("Неверный параметр", "A parameter is wrong"),
            new("Параметр должен быть целым числом: {0}.", "The parameter must be a whole number: {0}.")
        );

    /// <summary>The bot posts decisions to the ERP instead.</summary>
    public static ProblemKind PullIsOff { get; } =
        new(
            409,
            "pullIsOff",
            new("Решения не забирают", "Decisions are not fetched"),
            new(
                "Бот настроен сам отправлять решения (Erp__Mode=Push). Чтобы забирать их, укажите в настройках бота Erp__Mode=Pull.",
                "The bot is set up to post decisions itself (Erp__Mode=Push). To fetch them, set Erp__Mode=Pull in the bot's settings."
            )
        );

    /// <summary>The snapshot of an acknowledgement belongs to another request than the decision.</summary>
    public static ProblemKind ForeignSnapshot { get; } =
        Impossible(
            "foreignSnapshot",
            new("Снимок другой заявки", "The snapshot of another request"),
            new(
                "Решение относится к другой заявке. Передайте снимок той заявки, requestId которой был в решении.",
                "The decision belongs to another request. Send the snapshot of the request whose requestId was in the decision."
            )
        );
}
