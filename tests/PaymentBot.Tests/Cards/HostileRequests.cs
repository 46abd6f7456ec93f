using FsCheck;
using FsCheck.Fluent;
using PaymentBot.Approvals;
using PaymentBot.Cards;
using PaymentBot.Cards.Groups;
using PaymentBot.Testing;

namespace PaymentBot.Tests.Cards;

/// <summary>Contexts that no kind ERP would send: any text, any length, any combination.</summary>
internal static class HostileRequests
{
    private static readonly string[] s_pieces =
    [
        "<b>",
        "</b>",
        "</blockquote>",
        "&",
        "&amp;",
        "<",
        ">",
        "\"",
        "\n",
        "\r\n",
        "\u2028",
        "\u202E",
        "\u2066",
        "\u200F",
        "\u061C",
        "\0",
        "\uD83D",
        "\uDE00",
        "😀",
        "👨‍👩‍👧‍👦",
        "🇷🇺",
        "e\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301",
        "שלום",
        "مرحبا",
        "ОООО",
        "слово ",
        "word ",
        "ᄀ",
        "{0}",
        " ",
    ];

    private static readonly Person[] s_people =
    [
        Sample.Sidorova,
        Sample.Ivanov,
        Sample.Kuznetsova,
        Sample.Kim,
        Sample.Petrov,
    ];

    public static Arbitrary<CardContext> Contexts { get; } =
        (
            from request in Requests()
            from audience in Gen.Elements(Enum.GetValues<CardAudience>())
            from language in Gen.Elements(Enum.GetValues<Language>())
            from dialogue in Gen.Elements(Enum.GetValues<CardDialogue>())
            from max in Gen.Elements(512, CardContext.MaxCaption, CardContext.MaxText)
            from linked in Gen.Elements(true, true, true, false)
            from reader in Gen.Elements(s_people)
            from redaction in Gen.Elements(Enum.GetValues<Redaction>())
            from decisions in Decisions(request)
            from since in Gen.Elements(0L, 1L, request.Revision)
            from fourEyes in Gen.Elements(true, false)
            from comment in Maybe(500)
            select new CardContext
            {
                Request = request,
                Audience = audience,
                Reader = audience == CardAudience.Group ? null : reader.ErpId,
                Language = language,
                TimeZone = Sample.Moscow,
                Dialogue = dialogue,
                Redaction = redaction,
                MaxLength = max,
                Linked = linked,
                Decisions = decisions,
                Since = new UnchangedSince(since, since),
                Policy = new ApprovalPolicy(
                    fourEyes,
                    new Dictionary<string, decimal>(StringComparer.Ordinal) { [request.Total.Currency] = 0.01m }
                ),
                Comment = comment,
                SendableFiles = request.Attachments.Count(file => file.Sendable),
            }
        ).ToArbitrary();

    private static Gen<string> Text(int max) =>
        from size in Gen.Choose(0, max)
        from pieces in Gen.Elements(s_pieces).ListOf(Math.Min(size, 40))
        select string.Concat(Enumerable.Repeat(string.Concat(pieces), 1 + (size / 40)));

    private static Gen<string?> Maybe(int max) =>
        Gen.OneOf(Gen.Constant((string?)null), Text(max).Select(text => (string?)text));

    private static Gen<Person> People() =>
        from person in Gen.Elements(s_people)
        from name in Text(200)
        select person with
        {
            Name = name,
        };

    private static Gen<Stage> Stages() =>
        from state in Gen.Elements(Enum.GetValues<StageState>())
        from role in Gen.OneOf(Gen.Elements("budgetHolder", "treasurer"), Text(100))
        from count in Gen.Elements(1, 2, 5, 200)
        from person in People()
        from comment in Maybe(300)
        from required in Gen.Choose(0, 3)
        from agreed in Gen.Choose(-1, 5)
        select new Stage
        {
            Number = 1,
            Role = role,
            State = state,
            Rule = new StageRule(required),
            Approvers = [.. Enumerable.Range(0, count).Select(i => person with { ErpId = Id(person, i) })],
            Agreed =
                agreed < 0
                    ? null
                    :
                    [
                        .. Enumerable
                            .Range(0, Math.Min(agreed, count))
                            .Select(i => person with { ErpId = Id(person, i) }),
                    ],
            DecidedBy = state is StageState.Approved or StageState.Rejected ? person : null,
            DecidedAt = state is StageState.Approved or StageState.Rejected ? DateTimeOffset.MaxValue : null,
            Due = count > 1 ? DateTimeOffset.MinValue : null,
            Comment = comment,
        };

    private static ErpId Id(Person person, int index) => index == 0 ? person.ErpId : new ErpId($"{index}");

    private static Gen<PaymentRequest> Requests() =>
        from text in Maybe(2000)
        from name in Text(300)
        from other in Maybe(300)
        from short1 in Maybe(60)
        from stages in Stages().NonEmptyListOf()
        from files in Gen.Choose(0, 100)
        from status in Gen.Elements(Enum.GetValues<RequestStatus>())
        from overLimit in Gen.Elements(true, false)
        select Sample.Request with
        {
            Status = status,
            Purpose = text,
            Number = name,
            Organization = new Party(null, name),
            Department = other is null ? null : new Party(null, other),
            CashFlowItem = new Party(null, name),
            Payee = new Payee(null, name, short1, new BankAccount(other ?? "1")),
            Operation = other,
            Priority = short1,
            OverLimit = overLimit,
            Total = new Money(999999999999999999.9999m, short1 ?? "RUB"),
            Vat = new Vat(short1 ?? "included", other, 0.1m),
            Initiator = Sample.Petrov with { Name = name },
            Route = [.. stages.Select((stage, i) => stage with { Number = i + 1 })],
            Attachments = [.. Enumerable.Range(0, files).Select(i => Sample.File(name, i * 1_000_000L))],
        };

    private static Gen<IReadOnlyList<Decision>> Decisions(PaymentRequest request) =>
        from states in Gen.Elements(Enum.GetValues<DecisionState>()).ListOf()
        from person in People()
        from text in Maybe(500)
        from kind in Gen.Elements(Enum.GetValues<DecisionKind>())
        select (IReadOnlyList<Decision>)
            [
                .. states.Select(
                    (state, i) =>
                        Sample.Decision(request, person with { ErpId = Id(person, i) }, state, kind) with
                        {
                            Comment = text,
                            Reason = text,
                            Message = text,
                            Attempts = 2,
                        }
                ),
            ];
}
