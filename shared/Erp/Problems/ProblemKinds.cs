namespace PaymentBot.Erp.Problems;

/// <summary>
/// The catalogue of every error that the ERP's side may be answered with, in both languages. This part: calls that are
/// not let in or cannot be served.
/// </summary>
public static partial class ProblemKinds
{
    /// <summary>A signature header is absent or malformed.</summary>
    public static ProblemKind MissingSignature { get; } =
        new(
            401,
            "missingSignature",
            new("Нет подписи", "The signature is missing"),
            new(
                "Вызов должен нести заголовки webhook-id (от 1 до 256 печатных символов ASCII без точки), webhook-timestamp и webhook-signature. Добавьте их по схеме Standard Webhooks.",
                "The call must carry the headers webhook-id (1 to 256 printable ASCII characters without a full stop), webhook-timestamp and webhook-signature. Add them as Standard Webhooks says."
            )
        );

    /// <summary>No configured key made the signature.</summary>
    public static ProblemKind InvalidSignature { get; } =
        new(
            401,
            "invalidSignature",
            new("Подпись неверна", "The signature is wrong"),
            new(
                "Ни один ключ не подходит к webhook-signature. Подписывайте HMAC-SHA256 строку id.timestamp.тело по тем же байтам, которые отправляете (включая BOM), ключом после whsec_, раскодированным из base64; результат: v1,<base64>.",
                "No key fits webhook-signature. Sign id.timestamp.body with HMAC-SHA256 over the very bytes you send (a BOM included), with the key after whsec_ decoded from base64; the result is v1,<base64>."
            )
        );

    /// <summary>The timestamp is no number.</summary>
    public static ProblemKind InvalidTimestamp { get; } =
        new(
            401,
            "invalidTimestamp",
            new("Метка времени неверна", "The timestamp is wrong"),
            new(
                "webhook-timestamp должен быть целым числом секунд с 1970-01-01 UTC, без пробелов и разделителей разрядов.",
                "webhook-timestamp must be a whole number of seconds since 1970-01-01 UTC, without spaces or digit grouping."
            )
        );

    /// <summary>The timestamp is outside the window.</summary>
    public static ProblemKind StaleTimestamp { get; } =
        new(
            401,
            "staleTimestamp",
            new("Метка времени устарела", "The timestamp is stale"),
            new(
                "webhook-timestamp отличается от времени сервера больше чем на 5 минут. Проверьте часы и перевод в UTC и подписывайте каждую попытку заново.",
                "webhook-timestamp is more than 5 minutes away from the server's time. Check the clock and the conversion to UTC, and sign every attempt afresh."
            )
        );

    /// <summary>The body is over the limit; the argument is the limit in bytes.</summary>
    public static ProblemKind BodyTooLarge { get; } =
        new(
            413,
            "bodyTooLarge",
            new("Тело слишком большое", "The body is too large"),
            new(
                "Тело больше {0} байт. Файлы передавайте отдельными вызовами PUT.",
                "The body is over {0} bytes. Send files by separate PUT calls."
            )
        );

    /// <summary>An attachment is over the limit; the argument is the limit in bytes.</summary>
    public static ProblemKind AttachmentTooLarge { get; } =
        new(
            413,
            "attachmentTooLarge",
            new("Файл слишком большой", "The file is too large"),
            new(
                "Файл больше {0} байт и принят не будет. Оставьте его в списке attachments: бот назовёт его в карточке.",
                "The file is over {0} bytes and will not be taken. Leave it in attachments: the bot names it on the card."
            )
        );

    /// <summary>The request is unknown.</summary>
    public static ProblemKind RequestNotFound { get; } =
        new(
            404,
            "requestNotFound",
            new("Заявка неизвестна", "The request is unknown"),
            new(
                "Заявки с таким id бот не получал. Сначала отправьте её снимок в POST /api/erp/notify.",
                "The bot was never told of a request with this id. Send its snapshot to POST /api/erp/notify first."
            )
        );

    /// <summary>The request's snapshot does not declare the attachment.</summary>
    public static ProblemKind AttachmentNotDeclared { get; } =
        new(
            404,
            "attachmentNotDeclared",
            new("Файл не объявлен", "The file is not declared"),
            new(
                "В последнем снимке заявки нет файла с таким id. Сначала отправьте снимок, где он есть в attachments.",
                "The latest snapshot of the request has no file with this id. First send a snapshot that lists it in attachments."
            )
        );

    /// <summary>The address does not take this method; the argument lists the methods it takes.</summary>
    public static ProblemKind MethodNotAllowed { get; } =
        new(
            405,
            "methodNotAllowed",
            new("Метод не поддерживается", "The method is not supported"),
            new("Этот адрес принимает только: {0}.", "This address takes only: {0}.")
        );

    /// <summary>Too many calls at once.</summary>
    public static ProblemKind TooManyRequests { get; } =
        new(
            429,
            "tooManyRequests",
            new("Слишком много вызовов", "Too many calls"),
            new(
                "Повторите вызов через время из заголовка Retry-After.",
                "Try again after the time in the Retry-After header."
            )
        )
        {
            RetryAfter = TimeSpan.FromSeconds(5),
        };

    /// <summary>The store cannot be reached at the moment.</summary>
    public static ProblemKind StorageUnavailable { get; } =
        new(
            503,
            "storageUnavailable",
            new("Хранилище недоступно", "The store is unavailable"),
            new(
                "Ничего не сохранено. Повторите тот же вызов через время из заголовка Retry-After.",
                "Nothing was stored. Try the same call again after the time in the Retry-After header."
            )
        )
        {
            RetryAfter = TimeSpan.FromSeconds(10),
        };

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
}
