namespace PaymentBot.Erp.Problems;

/// <content>Bodies that cannot be understood: 400.</content>
public static partial class ProblemKinds
{
    /// <summary>The body is no JSON.</summary>
    public static ProblemKind NotJson { get; } =
        new(
            400,
            "notJson",
            new("Это не JSON", "This is not JSON"),
            new(
                "Тело не разбирается как JSON в UTF-8 (допустимо BOM; не больше 32 уровней вложенности; имена полей в объекте не повторяются).{0}",
                "The body does not parse as JSON in UTF-8 (a BOM is fine; at most 32 levels deep; no name twice in an object).{0}"
            )
        );

    /// <summary>The schema field is absent or unknown.</summary>
    public static ProblemKind UnknownSchema { get; } =
        new(
            400,
            "unknownSchema",
            new("Схема неизвестна", "The schema is unknown"),
            new("Поле schema должно быть строкой \"{0}\".", "The field schema must be the string \"{0}\".")
        );

    /// <summary>A value has another JSON type; the argument names the type wanted.</summary>
    public static ProblemKind WrongType { get; } =
        new(
            400,
            "wrongType",
            new("Неверный тип значения", "A value has the wrong type"),
            new("Здесь ожидается другой тип JSON: {0}.", "Another JSON type is expected here: {0}.")
        );

    /// <summary>A required field is absent, null or empty.</summary>
    public static ProblemKind MissingField { get; } =
        new(
            400,
            "missingField",
            new("Нет обязательного поля", "A required field is missing"),
            new(
                "Поле обязательно, но его нет или оно пустое. Пустая строка, пустая ссылка 00000000-0000-0000-0000-000000000000 и пустая дата 0001-01-01T00:00:00 считаются отсутствием.",
                "The field is required but absent or empty. An empty string, the empty reference 00000000-0000-0000-0000-000000000000 and the empty date 0001-01-01T00:00:00 count as absent."
            )
        );

    /// <summary>A text is none of the words allowed; the argument lists them.</summary>
    public static ProblemKind UnknownValue { get; } =
        new(
            400,
            "unknownValue",
            new("Неизвестное значение", "An unknown value"),
            new("Допустимо только одно из: {0}.", "Only one of these is allowed: {0}.")
        );

    /// <summary>A text holds half a surrogate pair.</summary>
    public static ProblemKind InvalidText { get; } =
        new(
            400,
            "invalidText",
            new("Текст повреждён", "The text is damaged"),
            new(
                "В тексте половина суррогатной пары (\\uD800-\\uDFFF без пары). Обычно так бывает, когда строку обрезали посреди эмодзи.",
                "The text holds half a surrogate pair (\\uD800-\\uDFFF on its own). Usually a string was cut in the middle of an emoji."
            )
        );

    /// <summary>An amount is not written as a plain decimal number.</summary>
    public static ProblemKind InvalidAmount { get; } =
        new(
            400,
            "invalidAmount",
            new("Сумма записана неверно", "The amount is not written properly"),
            new(
                "Сумма пишется цифрами с точкой, без пробелов, запятых и знака валюты: \"1250000.50\" или 1250000.50. В 1С: Формат(Сумма, \"ЧРД=.; ЧН=0; ЧГ=0\").",
                "Write an amount in digits with a full stop, without spaces, commas or a currency sign: \"1250000.50\" or 1250000.50."
            )
        );

    /// <summary>A date is not written as ISO 8601.</summary>
    public static ProblemKind InvalidDate { get; } =
        new(
            400,
            "invalidDate",
            new("Дата записана неверно", "The date is not written properly"),
            new(
                "Дата пишется по ISO 8601: 2026-11-22, 2026-11-22T09:15:00, 2026-11-22T09:15:00+03:00 или 2026-11-22T06:15:00Z. В 1С: ЗаписатьДатуJSON.",
                "Write a date as ISO 8601: 2026-11-22, 2026-11-22T09:15:00, 2026-11-22T09:15:00+03:00 or 2026-11-22T06:15:00Z."
            )
        );
}
