using System.Text.Json;
using System.Text.Json.Nodes;
using PaymentBot.Sandbox.Erp;
using PaymentBot.Sandbox.Telegram;

namespace PaymentBot.Tests.App.Support;

/// <summary>
/// What chats and the ERP showed when an earlier version's bot was stopped: <c>TestData/EarlierState</c>, whose README says how it was made. The file
/// of that bot lies beside it.
/// </summary>
internal sealed class EarlierWorld
{
    // More updates than the earlier bot had; it remembers theirs and answers them as it did then.
    private const int SeenUpdates = 100;

    private readonly JsonObject _world;

    private EarlierWorld(JsonObject world) => _world = world;

    public static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "TestData", "EarlierState");

    public static string Database => Path.Combine(Folder, "bot.sqlite");

    /// <summary>The request whose first of three stages is approved; it has files.</summary>
    public string HalfApproved => (string)_world["half"]!;

    /// <summary>The request about which the budget holder is asked for a comment.</summary>
    public string Asked => (string)_world["asked"]!;

    /// <summary>Brings the stand-ins and the clock to where they were, and the bot onto its earlier file.</summary>
    public static async Task<EarlierWorld> WakeAsync(BotHarness bot)
    {
        var text = await File.ReadAllTextAsync(Path.Combine(Folder, "world.json"), CancellationToken.None);
        var world = new EarlierWorld((JsonObject)JsonNode.Parse(text)!);
        bot.Clock.Advance((DateTimeOffset)world._world["now"]! - bot.Now);
        for (var update = 0; update < SeenUpdates; update++)
        {
            bot.Telegram.NextId();
        }

        foreach (var message in world._world["messages"].Deserialize<List<ChatMessage>>()!)
        {
            bot.Telegram.StandIn.World.Within(message.ChatId, chat => Put(chat, message));
        }

        foreach (var document in world._world["documents"]!.AsArray())
        {
            bot.Erp.StandIn.Ledger.Add(DocumentOf((JsonObject)document!));
        }

        bot.Erp.TakeAnnouncements();
        await bot.RestartOnAsync(Database);
        return world;
    }

    private static bool Put(Chat chat, ChatMessage message)
    {
        long next;
        do
        {
            next = chat.NextMessageId();
        } while (next < message.MessageId);

        return chat.Messages.TryAdd(message.MessageId, message);
    }

    private static ErpDocument DocumentOf(JsonObject json)
    {
        var snapshot = (JsonObject)json["snapshot"]!.DeepClone();
        var revision = (long)snapshot["revision"]!;
        snapshot["revision"] = revision - 1;
        var document = new ErpDocument(snapshot, json["files"].Deserialize<List<ErpFile>>()!);
        document.Advance();
        document.Hashes[revision] = (string)json["hash"]!;
        return document;
    }
}
