using System.Globalization;
using System.Text.Json.Nodes;
using PaymentBot.Sandbox.Erp;
using PaymentBot.Sandbox.Hosting;
using PaymentBot.Sandbox.Telegram;

namespace PaymentBot.EndToEnd.Processes;

/// <summary>Several casts of five people, so that many requests go on at once without waiting for the pace of a single chat.</summary>
internal sealed class Troupe
{
    private static readonly string[] Roles =
    [
        "initiator",
        "budgetHolder",
        "financialManager",
        "financialManager",
        "treasurer",
    ];

    private readonly int _casts;

    public Troupe(int casts)
    {
        _casts = casts;
        var all = Enumerable.Range(0, casts).SelectMany(cast => Roles.Select((role, index) => Make(cast, role, index)));
        Links = [.. all];
    }

    public IReadOnlyList<SandboxPerson> Links { get; }

    public IReadOnlyList<TelegramUser> Users => [.. Links.Select(person => person.Telegram)];

    public IReadOnlyList<ErpPerson> People => [.. Links.Select(person => person.Erp)];

    /// <summary>The n-th request: one goes to the group, with files: a group takes only twenty messages a minute.</summary>
    public JsonObject Request(int index)
    {
        var request = SampleRequests.Get(ToGroup(index) ? 2 : 1);
        var cast = Cast(index);
        request["initiator"] = cast[0].Erp.ToJson();
        request["groups"] = ToGroup(index) ? new JsonArray("treasury") : new JsonArray();
        request["route"] = new JsonArray(
            Stage(1, "budgetHolder", cast[1]),
            Stage(2, "financialManager", cast[2], cast[3]),
            Stage(3, "treasurer", cast[4])
        );
        return request;
    }

    /// <summary>The chats that get a card of the n-th request.</summary>
    public IEnumerable<long> Audience(int index)
    {
        var people = Cast(index).Select(person => person.Telegram.Id);
        return ToGroup(index) ? people.Append(SandboxPeople.TreasuryChatId) : people;
    }

    private static bool ToGroup(int index) => index == 10;

    private static JsonObject Stage(int number, string role, params SandboxPerson[] approvers) =>
        new()
        {
            ["stage"] = number,
            ["role"] = role,
            ["rule"] = "any",
            ["state"] = number == 1 ? "current" : "waiting",
            ["approvers"] = new JsonArray([.. approvers.Select(person => person.Erp.ToJson())]),
        };

    private static SandboxPerson Make(int cast, string role, int index)
    {
        var id = (2000 + (cast * 10) + index).ToString(CultureInfo.InvariantCulture);
        return new SandboxPerson(
            new TelegramUser(2000 + (cast * 10) + index, $"Имя{id}", LanguageCode: index == 3 ? "en" : "ru"),
            new ErpPerson($"3b0f6d5e-0000-4c1a-9a51-00000000{id}", $"Человек {id}", $"p{id}@example.ru", role)
        );
    }

    private SandboxPerson[] Cast(int index) => [.. Links.Skip(index % _casts * Roles.Length).Take(Roles.Length)];
}
