using System.Text.Json.Nodes;
using PaymentBot.Sandbox.Erp;
using PaymentBot.Sandbox.Hosting;
using PaymentBot.Sandbox.Telegram;

namespace PaymentBot.Tests.App.Deciding;

/// <summary>Requests with unusual routes.</summary>
internal static class Routes
{
    /// <summary>A third financial manager.</summary>
    public static readonly SandboxPerson ThirdManager = new(
        new TelegramUser(1010, "Вера", "Третья"),
        new ErpPerson("third-manager", "Третья Вера Павловна", "third@example.ru", "financialManager")
    );

    /// <summary>One stage, decided by the given people.</summary>
    public static JsonObject Of(JsonNode rule, params SandboxPerson[] people) =>
        Of(SandboxPeople.Initiator, (rule, people));

    /// <summary>Stages in order.</summary>
    public static JsonObject Of(SandboxPerson initiator, params (JsonNode Rule, SandboxPerson[] People)[] stages)
    {
        var snapshot = SampleRequests.Get(1);
        snapshot["initiator"] = initiator.Erp.ToJson();
        snapshot["groups"] = new JsonArray();
        snapshot["route"] = new JsonArray([
            .. stages.Select(
                (stage, index) =>
                    new JsonObject
                    {
                        ["stage"] = index + 1,
                        ["role"] = index == 0 ? "financialManager" : "treasurer",
                        ["rule"] = stage.Rule.DeepClone(),
                        ["state"] = index == 0 ? "current" : "waiting",
                        ["approvers"] = new JsonArray([.. stage.People.Select(person => person.Erp.ToJson())]),
                    }
            ),
        ]);
        return snapshot;
    }

    public static JsonNode Everybody => JsonValue.Create("all");

    public static JsonNode Anybody => JsonValue.Create("any");

    public static JsonNode AtLeast(int count) => new JsonObject { ["atLeast"] = count };
}
