using System.Text.Json.Nodes;
using PaymentBot.Sandbox.Erp;
using PaymentBot.Sandbox.Hosting;
using PaymentBot.Sandbox.Telegram;
using PaymentBot.Tests.App.Support;
using static PaymentBot.Sandbox.Hosting.SandboxPeople;

namespace PaymentBot.Tests.App.Groups;

/// <summary>A test with a group that has topics; the treasurer and the financial manager who reads English administer it, and both have the role.</summary>
public abstract class GroupTest : BotTest
{
    internal const long Team = -1001700000009;
    internal const long FirstTopic = 11;
    internal const long SecondTopic = 12;

    internal override HarnessOptions Options { get; } = new() { MoreGroups = [TeamGroup], Settings = BothRoles };

    internal static IReadOnlyDictionary<string, string?> BothRoles { get; } =
        new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["Groups:BinderRoles:0"] = "treasurer",
            ["Groups:BinderRoles:1"] = "financialManager",
        };

    internal static TelegramGroup TeamGroup { get; } =
        new(Team, "Команда", [.. All.Select(person => person.Telegram.Id), Company.Stranger.Telegram.Id])
        {
            Creator = Treasurer.Telegram.Id,
            Administrators = [SecondFinancialManager.Telegram.Id],
            Topics = [new ForumTopic(FirstTopic, "Первая"), new ForumTopic(SecondTopic, "Вторая")],
        };

    /// <summary>The ERP tells who has which role.</summary>
    internal async Task TellPeopleAsync(params ErpPerson[] people)
    {
        var told = people.Length > 0 ? people : [.. All.Select(person => person.Erp)];
        var body = new JsonArray([.. told.Select(person => (JsonNode)person.ToDirectoryJson())]);
        Assert.Equal(200, (await Bot.Erp.PeopleAsync(body.ToJsonString())).Status);
    }

    /// <summary>Writes in the group and tells what the bot answered there, or null.</summary>
    internal async Task<string?> WriteAsync(
        SandboxPerson person,
        string text,
        long? topic = null,
        bool anonymous = false,
        long chatId = Team
    )
    {
        await Bot.Telegram.SayAsync(chatId, person.Telegram, text, new Saying(ThreadId: topic, Anonymous: anonymous));
        var said = Bot.Telegram.Messages(chatId)[^1].MessageId;
        await Bot.SettleAsync();
        return Bot.Telegram.Messages(chatId).SingleOrDefault(message => message.ReplyTo == said)?.Text.Plain;
    }

    /// <summary>Binds a key as the treasurer.</summary>
    internal async Task BindAsync(string argument, long? topic = null, long chatId = Team)
    {
        var answer = await WriteAsync(Treasurer, $"/bind {argument}", topic, chatId: chatId);
        Assert.StartsWith("Готово", answer, StringComparison.Ordinal);
    }

    /// <summary>Announces a request that names groups.</summary>
    internal async Task<string> AnnounceAsync(int sample, params string[] keys)
    {
        var id = Create(sample, keys);
        await Bot.SettleAsync();
        return id;
    }

    internal string Create(int sample, params string[] keys)
    {
        var snapshot = SampleRequests.Get(sample);
        snapshot["groups"] = new JsonArray([.. keys.Select(key => (JsonNode)key)]);
        return Bot.Erp.Create(snapshot);
    }

    /// <summary>The state of a group's card and what went wrong, as the ERP is told.</summary>
    internal async Task<(string? State, string? Error)> DeliveryAsync(string id, string key)
    {
        var delivery = await Bot.Erp.DeliveryAsync(id, key);
        return ((string?)delivery["state"], (string?)delivery["error"]);
    }

    /// <summary>What the operators were told, oldest first.</summary>
    internal string[] Told() => [.. Bot.Telegram.Messages(Company.OperatorId).Select(message => message.Text.Plain)];
}
