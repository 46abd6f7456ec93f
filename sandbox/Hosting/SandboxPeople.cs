using PaymentBot.Sandbox.Erp;
using PaymentBot.Sandbox.Google;
using PaymentBot.Sandbox.Telegram;

namespace PaymentBot.Sandbox.Hosting;

/// <summary>Who works in the sandbox's company. The ids never change, so that scripts can name them.</summary>
internal static class SandboxPeople
{
    public const long TreasuryChatId = -1001700000001;

    public const long FinanceChatId = -1001700000002;

    public const long TreasuryTopic = 2;

    public const long MarketingTopic = 3;

    /// <summary>The company's mail domain.</summary>
    public const string Domain = "example.ru";

    public static readonly SandboxPerson Initiator = new(
        new TelegramUser(1001, "Илья", "Петров", "petrov"),
        new ErpPerson("3b0f6d5e-1111-4c1a-9a51-0c0b3f6f1001", "Петров Илья Сергеевич", "petrov@example.ru", "initiator")
    );

    public static readonly SandboxPerson BudgetHolder = new(
        new TelegramUser(1002, "Мария", "Соколова", "sokolova"),
        new ErpPerson(
            "3b0f6d5e-2222-4c1a-9a51-0c0b3f6f1002",
            "Соколова Мария Андреевна",
            "sokolova@example.ru",
            "budgetHolder"
        )
    );

    public static readonly SandboxPerson FinancialManager = new(
        new TelegramUser(1003, "Анна", "Кузнецова", "kuznetsova"),
        new ErpPerson(
            "3b0f6d5e-3333-4c1a-9a51-0c0b3f6f1003",
            "Кузнецова Анна Викторовна",
            "kuznetsova@example.ru",
            "financialManager"
        )
    );

    /// <summary>Reads English.</summary>
    public static readonly SandboxPerson SecondFinancialManager = new(
        new TelegramUser(1004, "James", "Miller", "jmiller", "en"),
        new ErpPerson("3b0f6d5e-4444-4c1a-9a51-0c0b3f6f1004", "Миллер Джеймс", "miller@example.ru", "financialManager")
    );

    public static readonly SandboxPerson Treasurer = new(
        new TelegramUser(1005, "Ольга", "Морозова", "morozova"),
        new ErpPerson(
            "3b0f6d5e-5555-4c1a-9a51-0c0b3f6f1005",
            "Морозова Ольга Николаевна",
            "morozova@example.ru",
            "treasurer"
        )
    );

    public static readonly IReadOnlyList<SandboxPerson> All =
    [
        Initiator,
        BudgetHolder,
        FinancialManager,
        SecondFinancialManager,
        Treasurer,
    ];

    /// <summary>The mailboxes of all of them.</summary>
    public static readonly IReadOnlyList<GoogleAccount> Accounts =
    [
        .. All.Select(person => new GoogleAccount(person.Erp.Email, person.Erp.Name)),
    ];

    public static readonly TelegramGroup Treasury = new(
        TreasuryChatId,
        "Казначейство",
        [.. All.Select(person => person.Telegram.Id)]
    )
    {
        Creator = Treasurer.Telegram.Id,
    };

    /// <summary>A group with topics. Nothing is bound to it at first.</summary>
    public static readonly TelegramGroup Finance = new(
        FinanceChatId,
        "Финансы",
        [.. All.Select(person => person.Telegram.Id)]
    )
    {
        Creator = Treasurer.Telegram.Id,
        Administrators = [FinancialManager.Telegram.Id],
        Topics = [new ForumTopic(TreasuryTopic, "Казначейство"), new ForumTopic(MarketingTopic, "Маркетинг")],
    };
}
