using PaymentBot.Approvals;
using PaymentBot.Bot.Delivery.Composition;
using PaymentBot.Bot.Requests;
using PaymentBot.Cards;
using PaymentBot.Testing;

namespace PaymentBot.Tests.Cards.Screens;

/// <summary>Deciding with others, and documents.</summary>
internal static class DecidingScreens
{
    private static readonly ApprovalPolicy s_fourEyes = ApprovalPolicy.None with { FourEyes = true };

    private static readonly ApprovalPolicy s_confirming = new(
        true,
        new Dictionary<string, decimal>(StringComparer.Ordinal) { ["RUB"] = 1_000_000 }
    );

    private static readonly string[] s_screens =
    [
        "writing-comment",
        "confirming",
        "confirming-with-comment",
        "waiting-with-comment",
        "all-i-agreed",
        "all-others-agreed",
        "all-group",
        "at-least-others-agreed",
        "all-approved",
        "own-request",
        "own-request-nobody-left",
        "second-stage",
        "initiator-nobody-left",
        "files",
        "files-page-2",
    ];

    /// <summary>The screens by name.</summary>
    public static IReadOnlyDictionary<string, Func<Language, string>> All { get; } =
        s_screens.ToDictionary(
            name => name,
            name => (Func<Language, string>)(language => Draw(name, language)),
            StringComparer.Ordinal
        );

    private static string Draw(string screen, Language language) =>
        screen.StartsWith("files", StringComparison.Ordinal)
            ? DrawList(screen, language)
            : Drawing.Of(CardRenderer.Render(Context(screen) with { Language = language }));

    private static CardContext Context(string screen) =>
        screen switch
        {
            "writing-comment" => Turn() with { Dialogue = CardDialogue.WritingComment },
            "confirming" => Confirming(),
            "confirming-with-comment" => Confirming() with { Comment = "Срочно, в рамках кампании" },
            "waiting-with-comment" => Turn() with
            {
                Decisions =
                [
                    Sample.Decision(Sample.Request, Sample.Sidorova, DecisionState.Sent) with
                    {
                        Comment = "В рамках кампании",
                    },
                ],
            },
            _ => Several(screen),
        };

    private static CardContext Several(string screen) =>
        screen switch
        {
            "all-i-agreed" => Sample.For(Sample.Kuznetsova, Agreed(StageRule.All)),
            "all-others-agreed" => Sample.For(Sample.Ivanov, Agreed(StageRule.All)),
            "all-group" => Sample.ForGroup(Agreed(StageRule.All)),
            "at-least-others-agreed" => Sample.For(Sample.Kim, Agreed(StageRule.AtLeast(2), Sample.Kim)),
            "all-approved" => Sample.For(Sample.Kim, AllApproved()),
            _ => FourEyes(screen),
        };

    private static CardContext FourEyes(string screen) =>
        screen switch
        {
            "own-request" => Sample.For(Sample.Ivanov, Own(StageRule.Any)) with { Policy = s_fourEyes },
            "own-request-nobody-left" => Sample.For(Sample.Ivanov, Own(StageRule.All)) with { Policy = s_fourEyes },
            "second-stage" => Sample.For(Sample.Sidorova, Second()) with { Policy = s_fourEyes },
            _ => Sample.ForInitiator(
                Sample.Request with
                {
                    Route =
                    [
                        Sample.Open(1, "budgetHolder", StageState.Current, Sample.Petrov, Sample.Kim) with
                        {
                            Rule = StageRule.All,
                        },
                    ],
                }
            ) with
            {
                Policy = s_fourEyes,
            },
        };

    private static CardContext Turn() => Sample.For(Sample.Sidorova, Sample.Request);

    private static CardContext Confirming() =>
        Turn() with
        {
            Dialogue = CardDialogue.Confirming,
            Policy = s_confirming,
        };

    private static PaymentRequest Agreed(StageRule rule, params Person[] more) =>
        With(stage =>
            stage with
            {
                Rule = rule,
                Approvers = [.. stage.Approvers, .. more],
                Agreed = [Sample.Kuznetsova],
            }
        );

    private static PaymentRequest AllApproved()
    {
        var request = Agreed(StageRule.All);
        var second = Sample.Decided(
            request.Route[1],
            StageState.Approved,
            Sample.Ivanov,
            "2026-11-22T15:30:00+03:00",
            null
        );
        return request with
        {
            Route =
            [
                request.Route[0],
                second with
                {
                    Agreed = [Sample.Kuznetsova, Sample.Ivanov],
                },
                request.Route[2] with
                {
                    State = StageState.Current,
                },
            ],
        };
    }

    private static PaymentRequest Own(StageRule rule) =>
        With(stage => stage with { Rule = rule }) with
        {
            Initiator = Sample.Ivanov,
        };

    private static PaymentRequest Second() =>
        With(stage => stage with { Approvers = [.. stage.Approvers, Sample.Sidorova] });

    private static PaymentRequest With(Func<Stage, Stage> change) =>
        Sample.SecondStage with
        {
            Route = [Sample.SecondStage.Route[0], change(Sample.SecondStage.Route[1]), Sample.SecondStage.Route[2]],
        };

    private static string DrawList(string screen, Language language)
    {
        var many = Enumerable.Range(1, 20).Select(number => Sample.File($"Приложение {number}.pdf", 2048 * number));
        var isFirst = screen is "files";
        IReadOnlyList<Attachment> available = isFirst ? [.. Sample.Files.Take(2)] : [.. many];
        IReadOnlyList<Attachment> missing = isFirst ? [Sample.File("Акт.pdf", 1000)] : [];
        var stored = new StoredRequest(Sample.Request, "sha256:0", Sample.Request.Date);
        var state = new RequestState(stored, [], available, missing);
        var list = FileListScreen.Render(state, language, isFirst ? 0 : 1);
        return Drawing.Of(list.Html, list.Keyboard.Select(row => row.Select(button => button.Text)));
    }
}
