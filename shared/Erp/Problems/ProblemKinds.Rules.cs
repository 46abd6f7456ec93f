namespace PaymentBot.Erp.Problems;

/// <content>Well-formed values that cannot be true, and calls that contradict earlier ones: 422.</content>
public static partial class ProblemKinds
{
    /// <summary>The same revision came before with other content.</summary>
    public static ProblemKind RevisionReused { get; } =
        Impossible(
            "revisionReused",
            new("Ревизия использована повторно", "The revision was used before"),
            new(
                "Снимок с этой ревизией уже принят с другим содержимым. Увеличивайте revision при каждом изменении документа.",
                "A snapshot with this revision was taken before with other content. Increase revision with every change of the document."
            )
        );

    /// <summary>The same webhook id came before with another body.</summary>
    public static ProblemKind WebhookIdReused { get; } =
        Impossible(
            "webhookIdReused",
            new("webhook-id использован повторно", "The webhook-id was used before"),
            new(
                "Вызов с этим webhook-id уже принят с другим телом. Новое сообщение получает новый id, повтор того же сообщения - прежний id и прежнее тело.",
                "A call with this webhook-id was taken before with another body. A new message gets a new id; a retry keeps its id and its body."
            )
        );

    /// <summary>The bytes of a file are not those declared.</summary>
    public static ProblemKind AttachmentMismatch { get; } =
        Impossible(
            "attachmentMismatch",
            new("Файл не совпадает с объявленным", "The file is not the one declared"),
            new(
                "Размер или SHA-256 принятых байт отличается от size и sha256 в attachments последнего снимка. Передавайте двоичные данные файла без multipart и перекодировки.",
                "Size or SHA-256 of the bytes received differ from size and sha256 in attachments of the latest snapshot. Send the file's raw bytes, without multipart or conversion."
            )
        );

    /// <summary>An amount is below zero.</summary>
    public static ProblemKind NegativeAmount { get; } =
        Impossible(
            "negativeAmount",
            new("Сумма отрицательна", "The amount is negative"),
            new("Сумма должна быть не меньше нуля.", "The amount must be 0 or more.")
        );

    /// <summary>An amount has too many digits.</summary>
    public static ProblemKind AmountOutOfRange { get; } =
        Impossible(
            "amountOutOfRange",
            new("Сумма вне пределов", "The amount is out of range"),
            new(
                "Допустимо не больше 18 цифр до точки и не больше 4 после неё. Округлите сумму до точности валюты.",
                "At most 18 digits before the point and at most 4 after it are allowed. Round the amount to the currency's precision."
            )
        );

    /// <summary>The currency is no ISO code.</summary>
    public static ProblemKind InvalidCurrency { get; } =
        Impossible(
            "invalidCurrency",
            new("Валюта указана неверно", "The currency is wrong"),
            new(
                "Нужен буквенный код ISO 4217 из трёх заглавных латинских букв, например RUB, а не 643 и не \"руб.\".",
                "An ISO 4217 alphabetic code of three capital letters is needed, such as RUB, not 643 and not a name."
            )
        );

    /// <summary>A whole number is below its least value or too large; the argument is the least value.</summary>
    public static ProblemKind NumberOutOfRange { get; } =
        Impossible(
            "numberOutOfRange",
            new("Число вне пределов", "The number is out of range"),
            new(
                "Нужно целое число не меньше {0}, помещающееся в тип поля.",
                "A whole number of at least {0} that fits the field is needed."
            )
        );

    /// <summary>A text is over its limit; the argument is the limit in characters.</summary>
    public static ProblemKind TextTooLong { get; } =
        Impossible(
            "textTooLong",
            new("Текст слишком длинный", "The text is too long"),
            new("Допустимо не больше {0} символов.", "At most {0} characters are allowed.")
        );

    /// <summary>An identity has characters that would be lost on the way.</summary>
    public static ProblemKind InvalidId { get; } =
        Impossible(
            "invalidId",
            new("Идентификатор неверен", "The identity is wrong"),
            new(
                "В идентификаторе не должно быть управляющих символов и пробелов по краям. Передавайте УникальныйИдентификатор ссылки строкой.",
                "An identity must not have control characters, or spaces at its ends. Send the reference's GUID as a string."
            )
        );

    /// <summary>A date lies outside the years 1900 to 9998.</summary>
    public static ProblemKind DateOutOfRange { get; } =
        Impossible(
            "dateOutOfRange",
            new("Дата вне пределов", "The date is out of range"),
            new(
                "Год должен быть от 1900 до 9998. Пустую дату передавайте как null или 0001-01-01T00:00:00.",
                "The year must be 1900 to 9998. Send an empty date as null or 0001-01-01T00:00:00."
            )
        );

    /// <summary>A list has too many items; the argument is the limit.</summary>
    public static ProblemKind TooManyItems { get; } =
        Impossible(
            "tooManyItems",
            new("Слишком много элементов", "Too many items"),
            new("Допустимо не больше {0}.", "At most {0} are allowed.")
        );

    /// <summary>Two files of a request have one identity.</summary>
    public static ProblemKind DuplicateAttachment { get; } =
        Impossible(
            "duplicateAttachment",
            new("Файл указан дважды", "A file is listed twice"),
            new(
                "У двух файлов заявки один и тот же id. Одинаковые имена допустимы, одинаковые id - нет.",
                "Two files of the request have the same id. Equal names are fine, equal ids are not."
            )
        );

    /// <summary>A hash is no SHA-256 in hexadecimal.</summary>
    public static ProblemKind InvalidSha256 { get; } =
        Impossible(
            "invalidSha256",
            new("SHA-256 записан неверно", "The SHA-256 is not written properly"),
            new(
                "Нужны 64 шестнадцатеричные цифры без пробелов (не base64).",
                "64 hexadecimal digits without spaces are needed (not base64)."
            )
        );

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

    /// <summary>A mailbox is no plain address.</summary>
    public static ProblemKind InvalidEmail { get; } =
        Impossible(
            "invalidEmail",
            new("Адрес почты неверен", "The mailbox is wrong"),
            new(
                "Нужен один адрес вида name@example.ru: без имени, скобок и пробелов, имя ящика латиницей, не длиннее 254 символов. Если почты нет, передайте null.",
                "One address such as name@example.ru is needed: without a name, brackets or spaces, the part before the @ in Latin letters, at most 254 characters. Send null when there is none."
            )
        );

    /// <summary>Two people of a call have one identity.</summary>
    public static ProblemKind DuplicatePerson { get; } =
        Impossible(
            "duplicatePerson",
            new("Человек указан дважды", "A person is listed twice"),
            new(
                "В одном вызове erpId не повторяется. Передайте только последнее состояние человека.",
                "An erpId must not repeat within a call. Send the person's latest state only."
            )
        );

    /// <summary>An absence ends before it begins.</summary>
    public static ProblemKind AbsenceBackwards { get; } =
        Impossible(
            "absenceBackwards",
            new("Отсутствие кончается раньше, чем начинается", "An absence ends before it begins"),
            new("Дата to не должна быть раньше from.", "The date to must not be before from.")
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

    private static ProblemKind Impossible(string code, ProblemText title, ProblemText explanation) =>
        new(422, code, title, explanation);
}
