using System.Text.Json.Nodes;

namespace PaymentBot.Sandbox.Telegram.Methods;

/// <summary>getChatMember and getChatAdministrators.</summary>
internal sealed class ChatMethods(TelegramWorld world, TelegramStandInOptions options)
{
    public JsonNode GetChatMember(BotApiRequest request)
    {
        var userId = request.Integer("user_id") ?? throw BotApiException.BadRequest("invalid user_id specified");
        return world.Within(
            SendMethods.ChatId(request),
            chat =>
            {
                DemandMembership(chat);
                return Member(chat, userId) ?? throw BotApiException.BadRequest("PARTICIPANT_ID_INVALID");
            }
        );
    }

    public JsonNode GetChatAdministrators(BotApiRequest request) =>
        world.Within(
            SendMethods.ChatId(request),
            chat =>
            {
                DemandMembership(chat);
                var administrators = chat.Members.Where(chat.IsAdministrator).Select(id => (JsonNode?)Member(chat, id));
                return new JsonArray([.. administrators]);
            }
        );

    /// <summary>Who may not write may still ask.</summary>
    private static void DemandMembership(Chat chat)
    {
        if (chat.Bot != BotMembership.Silenced)
        {
            chat.DemandAccess();
        }
    }

    private JsonObject? Member(Chat chat, long userId)
    {
        if (userId == WireFormat.BotId(options))
        {
            return new JsonObject { ["user"] = WireFormat.Bot(options), ["status"] = "member" };
        }

        if (world.User(userId) is not { } user)
        {
            return null;
        }

        var status = chat.StatusOf(userId);
        var json = new JsonObject { ["user"] = WireFormat.User(user), ["status"] = status };
        if (status is "creator" or "administrator")
        {
            json["is_anonymous"] = false;
        }

        return json;
    }
}
