using PaymentBot.Approvals;
using PaymentBot.Cards;
using PaymentBot.Cards.Groups;
using PaymentBot.Testing;

namespace PaymentBot.Tests.Cards.Screens;

/// <summary>The main cards.</summary>
internal static class CardScreens
{
    private static readonly PaymentRequest s_unusual = Sample.Request with { OverLimit = true, Priority = "high" };
    private static readonly PaymentRequest s_withFiles = Sample.Request with { Attachments = Sample.Files };

    private static readonly string[] s_screens =
    [
        "approver-turn",
        "approver-over-limit",
        "approver-with-files",
        "approver-choosing-reason",
        "approver-writing-reason",
        "approver-waiting-erp",
        "approver-erp-silent",
        "approver-confirmed",
        "approver-other-decided",
        "approver-refused",
        "approver-failed",
        "approver-next-stage",
        "approver-later-stage",
        "approver-rejected",
        "approver-approved",
        "approver-signed-out",
        "approver-all-needed",
        "initiator-pending",
        "initiator-rejected",
        "initiator-paid",
        "initiator-withdrawn",
        "group-pending",
        "group-waiting-erp",
        "group-approved",
        "group-caption-crowded",
    ];

    /// <summary>The screens by name.</summary>
    public static IReadOnlyDictionary<string, Func<Language, string>> All { get; } =
        s_screens.ToDictionary(
            name => name,
            name =>
                (Func<Language, string>)(
                    language => Drawing.Of(CardRenderer.Render(Context(name) with { Language = language }))
                ),
            StringComparer.Ordinal
        );

    private static CardContext Context(string screen) =>
        screen.Split('-')[0] switch
        {
            "approver" => Approver(screen),
            "initiator" => Initiator(screen),
            _ => Group(screen),
        };

    private static CardContext Approver(string screen) =>
        screen switch
        {
            "approver-turn" => Sample.For(Sample.Sidorova, Sample.Request),
            "approver-over-limit" => Sample.For(Sample.Sidorova, s_unusual),
            "approver-with-files" => Sample.For(Sample.Sidorova, s_withFiles) with { SendableFiles = 2 },
            "approver-choosing-reason" => Sample.For(Sample.Sidorova, s_unusual) with
            {
                Dialogue = CardDialogue.ChoosingReason,
            },
            "approver-writing-reason" => Sample.For(Sample.Sidorova, s_unusual) with
            {
                Dialogue = CardDialogue.WritingReason,
            },
            "approver-next-stage" => Sample.For(Sample.Sidorova, Sample.SecondStage),
            "approver-later-stage" => Sample.For(Sample.Kim, Sample.Request),
            "approver-rejected" => Sample.For(Sample.Sidorova, Sample.Rejected),
            "approver-approved" => Sample.For(Sample.Ivanov, Sample.Approved),
            "approver-signed-out" => Sample.For(Sample.Sidorova, Sample.Request) with { Linked = false },
            _ => Deciding(screen),
        };

    private static CardContext Deciding(string screen) =>
        screen switch
        {
            "approver-waiting-erp" => With(Sample.Request, Sample.Sidorova, DecisionState.Decided),
            "approver-erp-silent" => With(Sample.Request, Sample.Sidorova, DecisionState.Sent, attempts: 3),
            "approver-confirmed" => With(Sample.Request, Sample.Sidorova, DecisionState.Confirmed),
            "approver-other-decided" => With(Sample.SecondStage, Sample.Ivanov, DecisionState.Sent) with
            {
                Reader = Sample.Kuznetsova.ErpId,
            },
            "approver-refused" => With(
                Sample.Request,
                Sample.Sidorova,
                DecisionState.Refused,
                "closedPeriod",
                "Период до 30.11.2026 закрыт (см. приказ № 7)."
            ),
            "approver-failed" => With(Sample.Request, Sample.Sidorova, DecisionState.Failed),
            _ => AllNeeded(),
        };

    private static CardContext AllNeeded()
    {
        var request = Sample.SecondStage with
        {
            Route =
            [
                Sample.SecondStage.Route[0],
                Sample.SecondStage.Route[1] with
                {
                    Rule = StageRule.All,
                },
                Sample.SecondStage.Route[2],
            ],
        };
        return Sample.For(Sample.Kuznetsova, request) with
        {
            Decisions = [Sample.Decision(request, Sample.Ivanov, DecisionState.Sent)],
        };
    }

    private static CardContext Initiator(string screen) =>
        screen switch
        {
            "initiator-pending" => Sample.ForInitiator(Sample.SecondStage with { Attachments = Sample.Files }) with
            {
                SendableFiles = 2,
            },
            "initiator-rejected" => Sample.ForInitiator(Sample.Rejected),
            "initiator-paid" => Sample.ForInitiator(Sample.Approved with { Status = RequestStatus.Paid }),
            _ => Sample.ForInitiator(Sample.Request with { Status = RequestStatus.Withdrawn }),
        };

    private static CardContext Group(string screen) =>
        screen switch
        {
            "group-pending" => Sample.ForGroup(s_unusual with { Attachments = Sample.Files }),
            "group-waiting-erp" => Sample.ForGroup(Sample.Request) with
            {
                Decisions =
                [
                    Sample.Decision(Sample.Request, Sample.Sidorova, DecisionState.Decided, DecisionKind.Reject) with
                    {
                        Comment = "Нет в бюджете",
                    },
                ],
            },
            "group-approved" => Sample.ForGroup(Sample.Approved),
            _ => Sample.ForGroup(Crowded()) with { MaxLength = CardContext.MaxCaption, Redaction = Redaction.Full },
        };

    private static PaymentRequest Crowded() =>
        s_unusual with
        {
            Purpose = string.Join(' ', Enumerable.Repeat("Оплата за размещение рекламы в декабре.", 100)),
            Attachments = [.. Enumerable.Range(1, 100).Select(i => Sample.File($"Приложение {i}.pdf", 2048 * i))],
            Route =
            [
                Sample.Request.Route[0] with
                {
                    Approvers =
                    [
                        .. Enumerable.Range(1, 200).Select(i => new Person(new ErpId($"p{i}"), $"Согласующий {i}")),
                    ],
                },
                Sample.Request.Route[1],
                Sample.Request.Route[2],
            ],
        };

    private static CardContext With(
        PaymentRequest request,
        Person approver,
        DecisionState state,
        string? reason = null,
        string? message = null,
        int attempts = 1
    ) =>
        Sample.For(approver, request) with
        {
            Decisions =
            [
                Sample.Decision(request, approver, state) with
                {
                    Reason = reason,
                    Message = message,
                    Attempts = attempts,
                },
            ],
        };
}
