namespace PaymentBot.Erp.Problems;

/// <content>People that cannot be so: 422.</content>
public static partial class ProblemKinds
{
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
}
