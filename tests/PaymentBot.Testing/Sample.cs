using PaymentBot.Approvals;
using PaymentBot.Cards;

namespace PaymentBot.Testing;

/// <summary>One request of a believable company, and ways to move it along.</summary>
internal static class Sample
{
    public static readonly TimeZoneInfo Moscow = TimeZoneInfo.CreateCustomTimeZone(
        "msk",
        TimeSpan.FromHours(3),
        "MSK",
        "MSK"
    );
    public static readonly Person Sidorova = new(new ErpId("sidorova"), "Сидорова Анна");
    public static readonly Person Ivanov = new(new ErpId("ivanov"), "Иванов Иван");
    public static readonly Person Kuznetsova = new(new ErpId("kuznetsova"), "Кузнецова Мария");
    public static readonly Person Kim = new(new ErpId("kim"), "Ким Алексей");
    public static readonly Person Petrov = new(new ErpId("petrov"), "Петров Пётр");

    public static PaymentRequest Request { get; } =
        new()
        {
            Id = new RequestId("6f1c0a52"),
            Revision = 7,
            Number = "00УТ-000123",
            Date = At("2026-11-22T09:15:00+03:00"),
            Operation = "supplierPayment",
            Status = RequestStatus.Pending,
            Organization = new Party(null, "ООО «Ромашка»"),
            Department = new Party(null, "Маркетинг"),
            Payee = new Payee(null, "АО «Вектор»", "7701234567", new BankAccount("40702810900000001234", "044525225")),
            Total = new Money(1250000.50m, "RUB"),
            Vat = new Vat("included", "20", 208333.42m),
            CashFlowItem = new Party(null, "Реклама"),
            Purpose = "Оплата по счёту № 45 от 20.11.2026 за размещение рекламы в декабре",
            DesiredDate = new DateOnly(2026, 11, 25),
            Priority = "normal",
            Initiator = Petrov,
            Route =
            [
                Open(1, "budgetHolder", StageState.Current, Sidorova) with
                {
                    Due = At("2026-11-23T18:00:00+03:00"),
                },
                Open(2, "financialManager", StageState.Waiting, Ivanov, Kuznetsova),
                Open(3, "treasurer", StageState.Waiting, Kim),
            ],
        };

    /// <summary>The first stage approved, the financial managers' turn.</summary>
    public static PaymentRequest SecondStage { get; } =
        Request with
        {
            Revision = 8,
            Route =
            [
                Decided(
                    Request.Route[0],
                    StageState.Approved,
                    Sidorova,
                    "2026-11-22T12:04:00+03:00",
                    "В рамках кампании"
                ),
                Request.Route[1] with
                {
                    State = StageState.Current,
                    Due = At("2026-11-24T12:00:00+03:00"),
                },
                Request.Route[2],
            ],
        };

    public static PaymentRequest Rejected { get; } =
        SecondStage with
        {
            Revision = 9,
            Status = RequestStatus.Rejected,
            Route =
            [
                SecondStage.Route[0],
                Decided(
                    SecondStage.Route[1],
                    StageState.Rejected,
                    Ivanov,
                    "2026-11-22T15:30:00+03:00",
                    "Нет в бюджете"
                ),
                SecondStage.Route[2],
            ],
        };

    public static PaymentRequest Approved { get; } =
        SecondStage with
        {
            Revision = 10,
            Status = RequestStatus.Approved,
            Route =
            [
                SecondStage.Route[0],
                Decided(SecondStage.Route[1], StageState.Approved, Ivanov, "2026-11-22T15:30:00+03:00", null),
                Decided(SecondStage.Route[2], StageState.Approved, Kim, "2026-11-23T10:11:00+03:00", null),
            ],
        };

    public static IReadOnlyList<Attachment> Files { get; } =
    [File("Счёт 45.pdf", 183_220), File("Договор.docx", 1_572_864), File("Макеты баннеров.zip", 125_829_120)];

    public static DateTimeOffset At(string moment) =>
        DateTimeOffset.Parse(moment, System.Globalization.CultureInfo.InvariantCulture);

    public static Stage Open(int number, string role, StageState state, params Person[] approvers) =>
        new()
        {
            Number = number,
            Role = role,
            State = state,
            Approvers = approvers,
        };

    public static Stage Decided(Stage stage, StageState state, Person by, string at, string? comment) =>
        stage with
        {
            State = state,
            DecidedBy = by,
            DecidedAt = At(at),
            Comment = comment,
        };

    public static Attachment File(string name, long size) =>
        new(name, name, "application/octet-stream", size, new string('0', 64));

    public static Decision Decision(
        PaymentRequest request,
        Person approver,
        DecisionState state,
        DecisionKind kind = DecisionKind.Approve
    ) =>
        new()
        {
            Id = "evt_0000000000000000000000",
            RequestId = request.Id,
            Revision = request.Revision,
            ContentHash = "sha256:0",
            Stage = request.CurrentStage?.Number ?? 1,
            Approver = approver,
            TelegramUserId = 1,
            AuthenticatedAt = At("2026-11-01T09:00:00+03:00"),
            Kind = kind,
            DecidedAt = At("2026-11-22T12:04:00+03:00"),
            State = state,
        };

    public static CardContext For(Person reader, PaymentRequest request, Language language = Language.Russian) =>
        new()
        {
            Request = request,
            Audience = CardAudience.Approver,
            Reader = reader.ErpId,
            Language = language,
            TimeZone = Moscow,
        };

    public static CardContext ForInitiator(PaymentRequest request, Language language = Language.Russian) =>
        For(Petrov, request, language) with
        {
            Audience = CardAudience.Initiator,
        };

    public static CardContext ForGroup(PaymentRequest request, Language language = Language.Russian) =>
        For(Petrov, request, language) with
        {
            Audience = CardAudience.Group,
            Reader = null,
            PrivateChatUrl = "https://t.me/paymentbot?start=r_6f1c0a52",
        };
}
