using System.Text.Json;
using System.Text.Json.Nodes;
using PaymentBot.Approvals;
using PaymentBot.Erp.Answers;

namespace PaymentBot.Tests.Erp;

public sealed class AnswerJsonTests
{
    [Fact]
    public void Notify_is_answered_as_the_contract_says()
    {
        var answer = new NotifyAnswer
        {
            Id = "заявка-1",
            Revision = 7,
            ContentHash = "sha256:00",
            MissingAttachments = ["file-1"],
            Notified = ["user-1"],
        };

        Assert.Equal(
            """{"id":"заявка-1","revision":7,"contentHash":"sha256:00","missingAttachments":["file-1"],"notified":["user-1"],"unlinked":[],"unreachable":[]}""",
            JsonSerializer.Serialize(answer, ErpJsonContext.Readable.NotifyAnswer)
        );
        Assert.EndsWith(
            ""","stale":true}""",
            JsonSerializer.Serialize(answer with { Stale = true }, ErpJsonContext.Readable.NotifyAnswer),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void The_state_of_a_request_is_answered_as_the_contract_says()
    {
        var answer = new RequestStateAnswer
        {
            Id = "r",
            Revision = 7,
            ContentHash = "sha256:00",
            Status = RequestStatus.Pending,
            Stage = null,
            Deliveries =
            [
                new DeliveryEntry
                {
                    Recipient = "treasury",
                    Kind = RecipientKind.Group,
                    State = DeliveryEntryState.Unreachable,
                    Revision = 6,
                    Error = "blocked",
                    UpdatedAt = new DateTimeOffset(2026, 11, 22, 9, 15, 0, 500, TimeSpan.FromHours(3)),
                },
            ],
            Decisions =
            [
                DecisionEntry.Of(
                    ErpClientTests.Decision with
                    {
                        State = DecisionState.Refused,
                        Reason = "notYourTurn",
                    }
                ),
            ],
        };

        const string expected = """
            {"id":"r", "revision":7, "contentHash":"sha256:00", "status":"pending", "stage":null, "barred":[], "stuck":false, "missingAttachments":[],
             "deliveries":[{"recipient":"treasury", "kind":"group", "state":"unreachable", "revision":6, "error":"blocked",
                            "reason":null, "updatedAt":"2026-11-22T06:15:00Z"}],
             "decisions":[{"decisionId":"evt_0123456789abcdefABCDEF", "stage":2, "revision":7, "decision":"reject",
                           "state":"refused", "actor":"user-2", "comment":"Нет бюджета", "reason":"notYourTurn", "message":null,
                           "decidedAt":"2026-11-22T07:00:00Z", "settledAt":null, "attempts":0}]}
            """;
        var json = JsonSerializer.Serialize(answer, ErpJsonContext.Readable.RequestStateAnswer);
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), JsonNode.Parse(json)), json);
        Assert.Contains("Нет бюджета", json, StringComparison.Ordinal);
    }
}
