using PaymentBot.Sandbox.Erp;
using PaymentBot.Sandbox.Hosting;
using PaymentBot.Sandbox.Telegram;

namespace PaymentBot.Tests.App.Support;

/// <summary>People beyond the sandbox's own.</summary>
internal static class Company
{
    public const long OperatorId = 9001;

    public static readonly SandboxPerson Stranger = new(
        new TelegramUser(1999, "Пётр", "Чужой"),
        new ErpPerson("stranger", "Чужой Пётр", "stranger@example.ru", "none")
    );

    public static readonly TelegramUser Operator = new(OperatorId, "Олег", "Оператор");

    /// <summary>So many approvers of the first stage.</summary>
    public static SandboxPerson[] Crowd(int count) =>
        [
            .. Enumerable
                .Range(1, count)
                .Select(number => new SandboxPerson(
                    new TelegramUser(5000 + number, $"Имя{number}", "Толпа"),
                    new ErpPerson($"crowd-{number}", $"Толпа Имя{number}", $"c{number}@example.ru", "crowd")
                )),
        ];
}
