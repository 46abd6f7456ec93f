using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using PaymentBot.Sandbox.Telegram;
using PaymentBot.Tests.App.Support;

namespace PaymentBot.Tests.App.Inline;

/// <summary>Telegram's side of inline queries: what people type behind the bot's name, and what they choose.</summary>
internal sealed class InlineClerk(BotHarness bot)
{
    private TelegramStandIn StandIn => bot.Telegram.StandIn;

    /// <summary>Types a query in a chat and brings the answer, which the stand-in has taken.</summary>
    public async Task<InlineReply> AskAsync(TelegramUser user, long chatId, string text, string offset = "")
    {
        var session = StandIn.Inline.Ask(chatId, user.Id, text, offset);
        var type = chatId == user.Id ? "sender" : "supergroup";
        var reply = await AskAsync(user, text, type, offset, session.Id);
        if (reply is not null)
        {
            await CarryOutAsync(reply);
        }

        return new InlineReply(session, reply ?? []);
    }

    /// <summary>Brings the bot a query from a chat of any kind.</summary>
    /// <returns>The parameters of answerInlineQuery, or null when there was no answer.</returns>
    public async Task<JsonObject?> AskAsync(
        TelegramUser user,
        string text,
        string? chatType,
        string offset = "",
        string id = "1"
    )
    {
        var query = new JsonObject
        {
            ["id"] = id,
            ["from"] = WireFormat.User(user),
            ["query"] = text,
            ["offset"] = offset,
        };
        if (chatType is not null)
        {
            query["chat_type"] = chatType;
        }

        var before = bot.Telegram.Tape.Of("answerInlineQuery").Count;
        Assert.Equal(200, (await bot.Telegram.PostAsync(bot.Telegram.NextId(), "inline_query", query)).Status);
        var calls = bot.Telegram.Tape.Of("answerInlineQuery");
        return calls.Count > before ? (JsonObject)calls[^1].Call.Parameters.DeepClone() : null;
    }

    /// <summary>Sends a result; the bot is told of it when wished.</summary>
    public async Task<ChatMessage> ChooseAsync(TelegramUser user, InlineReply reply, int index = 0, bool tell = true)
    {
        var resultId = reply.Ids[index];
        var message = StandIn.Inline.Choose(reply.Session.Id, user.Id, resultId);
        if (tell)
        {
            await TellAsync(user, resultId, message.InlineMessageId);
        }

        return message;
    }

    /// <summary>Asks, sends the first result and lets everything come to rest.</summary>
    public async Task<ChatMessage> SendAsync(TelegramUser user, long chatId, string text)
    {
        var message = await ChooseAsync(user, await AskAsync(user, chatId, text));
        await bot.SettleAsync();
        return message;
    }

    /// <summary>Brings the bot a chosen_inline_result.</summary>
    public async Task TellAsync(TelegramUser user, string resultId, string? inlineMessageId, long? updateId = null)
    {
        var chosen = new JsonObject
        {
            ["result_id"] = resultId,
            ["from"] = WireFormat.User(user),
            ["query"] = "",
        };
        if (inlineMessageId is not null)
        {
            chosen["inline_message_id"] = inlineMessageId;
        }

        var id = updateId ?? bot.Telegram.NextId();
        Assert.Equal(200, (await bot.Telegram.PostAsync(id, "chosen_inline_result", chosen)).Status);
    }

    /// <summary>A message as it is now.</summary>
    public ChatMessage Now(ChatMessage message) => StandIn.World.Message(message.ChatId, message.MessageId)!;

    public string Text(ChatMessage message) => Now(message).Text.Plain.Replace('\u00A0', ' ');

    /// <summary>The edits of a message.</summary>
    public IReadOnlyList<TapedCall> Edits(ChatMessage message) =>
        [
            .. bot
                .Telegram.Tape.Of("editMessageText")
                .Where(taped =>
                    string.Equals(
                        (string?)taped.Call.Parameters["inline_message_id"],
                        message.InlineMessageId,
                        StringComparison.Ordinal
                    )
                ),
        ];

    private async Task CarryOutAsync(JsonObject answer)
    {
        using var http = new HttpClient();
        using var content = new StringContent(answer.ToJsonString(), Encoding.UTF8, "application/json");
        var address = new Uri(StandIn.Address, $"/bot{StandIn.BotToken}/answerInlineQuery");
        using var response = await http.PostAsync(address, content);
        Assert.True(response.StatusCode == HttpStatusCode.OK, await response.Content.ReadAsStringAsync());
    }
}
