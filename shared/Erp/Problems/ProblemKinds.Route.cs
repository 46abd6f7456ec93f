namespace PaymentBot.Erp.Problems;

/// <content>Routes that cannot be: 422.</content>
public static partial class ProblemKinds
{
    /// <summary>The route has no stage.</summary>
    public static ProblemKind EmptyRoute { get; } =
        Impossible(
            "emptyRoute",
            new("Маршрут пуст", "The route is empty"),
            new(
                "В route нужен хотя бы один этап: без него заявку некому согласовать.",
                "The route needs at least one stage: without one nobody can approve the request."
            )
        );

    /// <summary>Stage numbers do not grow.</summary>
    public static ProblemKind StageNumberOrder { get; } =
        Impossible(
            "stageNumberOrder",
            new("Номера этапов не возрастают", "The stage numbers do not grow"),
            new(
                "Номера stage начинаются с 1 или больше и строго возрастают в порядке route. Отсортируйте этапы.",
                "The stage numbers start at 1 or more and strictly grow in the order of the route. Sort the stages."
            )
        );

    /// <summary>A stage stands where its state cannot be.</summary>
    public static ProblemKind StageOrder { get; } =
        Impossible(
            "stageOrder",
            new("Нарушен порядок этапов", "The order of the stages is broken"),
            new(
                "Этап current, approved или rejected не может стоять после этапа waiting или current. Раньше текущего - решённые и пропущенные, позже - waiting или skipped.",
                "A current, approved or rejected stage cannot stand after a waiting or current one. Before the current stage come decided and skipped ones, after it waiting or skipped ones."
            )
        );

    /// <summary>A stage is current though the whole request is agreed.</summary>
    public static ProblemKind CurrentStageInApprovedRequest { get; } =
        Impossible(
            "currentStageInApprovedRequest",
            new("Этап текущий, а заявка согласована", "A stage is current though the request is approved"),
            new(
                "При status approved или paid не может быть этапа current. Пока ждут чьего-то решения (например, казначея), передавайте status pending.",
                "With status approved or paid no stage can be current. While somebody's decision is awaited (a treasurer's, for instance), send status pending."
            )
        );

    /// <summary>Nobody could decide in the current stage.</summary>
    public static ProblemKind StageWithoutApprover { get; } =
        Impossible(
            "stageWithoutApprover",
            new("В этапе нет согласующих", "The stage has no approver"),
            new(
                "В текущем этапе нужен хотя бы один согласующий в approvers.",
                "The current stage needs at least one person in approvers."
            )
        );

    /// <summary>One person stands twice in a stage.</summary>
    public static ProblemKind DuplicateApprover { get; } =
        Impossible(
            "duplicateApprover",
            new("Согласующий указан дважды", "An approver is listed twice"),
            new(
                "Один erpId встречается в approvers этапа дважды. Уберите повтор.",
                "One erpId occurs twice in the stage's approvers. Remove the repetition."
            )
        );

    /// <summary>The route has too many approvers in all; the argument is the limit.</summary>
    public static ProblemKind TooManyApprovers { get; } =
        Impossible(
            "tooManyApprovers",
            new("Слишком много согласующих", "Too many approvers"),
            new(
                "Во всём маршруте допустимо не больше {0} согласующих.",
                "The whole route may have at most {0} approvers."
            )
        );

    /// <summary>More approvals are asked for than the stage has approvers.</summary>
    public static ProblemKind ImpossibleRule { get; } =
        Impossible(
            "impossibleRule",
            new("Правило этапа невыполнимо", "The stage's rule cannot be met"),
            new(
                "atLeast должно быть от 1 до числа согласующих в approvers этого этапа.",
                "atLeast must be 1 up to the number of people in the stage's approvers."
            )
        );
}
