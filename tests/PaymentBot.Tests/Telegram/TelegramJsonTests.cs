using System.Text;
using System.Text.Json;
using PaymentBot.Bot.Telegram;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;

namespace PaymentBot.Tests.Telegram;

public sealed class TelegramJsonTests
{
    [Fact]
    public void A_private_message_is_read()
    {
        var message = Parse(
            $$$"""
            {"update_id":871,"message":{"message_id":9,"from":{{{Wire.Person}}},"chat":{{{Wire.PrivateChat}}},"date":1795000000,
            "reply_to_message":{"message_id":8,"from":{{{Wire.Bot}}},"chat":{{{Wire.PrivateChat}}},"date":1794999999,"text":"Почему?"},
            "text":"/start abc","entities":[{"offset":0,"length":6,"type":"bot_command"}]}}
            """
        ).Message!;
        Assert.Equal("/start abc", message.Text);
        Assert.Equal(
            ("Анна", "ru", 4503599627370495),
            (message.From!.FirstName, message.From.LanguageCode, message.From.Id)
        );
        Assert.Equal((ChatType.Private, 9), (message.Chat.Type, message.Id));
    }

    [Fact]
    public void A_tap_is_read()
    {
        var update = Parse(
            $$$"""{"update_id":871,"callback_query":{"id":"4382","from":{{{Wire.Person}}},"message":{{{Wire.Sent}}},"chat_instance":"-3","data":"a:1"}}"""
        );
        Assert.Equal(871, update.Id);
        Assert.Equal("4382", update.CallbackQuery!.Id);
        Assert.Equal(4503599627370495, update.CallbackQuery.From.Id);
        Assert.Equal("a:1", update.CallbackQuery.Data);
        Assert.Equal(77, update.CallbackQuery.Message!.Id);
    }

    [Fact]
    public void A_tap_on_an_inaccessible_message_is_read()
    {
        var tap = Parse(
            $$$"""{"update_id":1,"callback_query":{"id":"1","from":{{{Wire.Person}}},"message":{"chat":{{{Wire.Supergroup}}},"message_id":5,"date":0},"chat_instance":"1","data":"x"}}"""
        ).CallbackQuery!;
        Assert.Equal((-1002147483648, 5), (tap.Message!.Chat.Id, tap.Message.Id));
    }

    [Fact]
    public void A_tap_on_an_inline_message_is_read()
    {
        var tap = Parse(
            $$$"""{"update_id":1,"callback_query":{"id":"1","from":{{{Wire.Person}}},"inline_message_id":"AgAA","chat_instance":"1","data":"x"}}"""
        ).CallbackQuery!;
        Assert.Equal("AgAA", tap.InlineMessageId);
        Assert.Null(tap.Message);
    }

    [Theory]
    [InlineData("member", "kicked", ChatMemberStatus.Kicked)]
    [InlineData("kicked", "member", ChatMemberStatus.Member)]
    [InlineData("hologram", "restricted", ChatMemberStatus.Restricted)]
    [InlineData("member", "hologram", null)]
    public void Blocking_and_unblocking_is_read(string before, string since, ChatMemberStatus? expected)
    {
        var change = Parse(
            $$$"""
            {"update_id":1,"my_chat_member":{"chat":{{{Wire.PrivateChat}}},"from":{{{Wire.Person}}},"date":1795000000,
            "old_chat_member":{"user":{{{Wire.Bot}}},"status":"{{{before}}}"},
            "new_chat_member":{"user":{{{Wire.Bot}}},"status":"{{{since}}}","until_date":0} } }
            """
        ).MyChatMember!;
        var member = change.NewChatMember;
        Assert.Equal(expected, member?.Status);
        Assert.Equal(ChatType.Private, change.Chat.Type);
    }

    [Fact]
    public void Both_migration_messages_are_read()
    {
        var old = Parse(
            $$$"""{"update_id":1,"message":{"message_id":1,"from":{{{Wire.Person}}},"chat":{"id":-55,"title":"К","type":"group","all_members_are_administrators":false},"date":1,"migrate_to_chat_id":-1002147483648}}"""
        );
        var fresh = Parse(
            $$$"""{"update_id":2,"message":{"message_id":1,"from":{"id":1087968824,"is_bot":true,"first_name":"Group"},"sender_chat":{{{Wire.Supergroup}}},"chat":{{{Wire.Supergroup}}},"date":1,"migrate_from_chat_id":-55}}"""
        );
        Assert.Equal(-1002147483648, old.Message!.MigrateToChatId);
        Assert.Equal(-55, fresh.Message!.MigrateFromChatId);
    }

    [Fact]
    public void An_anonymous_administrator_is_told_by_the_sender_chat()
    {
        var message = Parse(
            $$$"""{"update_id":2,"message":{"message_id":1,"from":{"id":1087968824,"is_bot":true,"first_name":"Group","username":"GroupAnonymousBot"},"sender_chat":{{{Wire.Supergroup}}},"author_signature":"CFO","chat":{{{Wire.Supergroup}}},"date":1,"text":"/inbox"}}"""
        ).Message!;
        Assert.Equal(message.Chat.Id, message.SenderChat!.Id);
    }

    [Fact]
    public void Inline_queries_and_their_choice_are_read()
    {
        var query = Parse(
            $$$"""{"update_id":1,"inline_query":{"id":"7","from":{{{Wire.Person}}},"chat_type":"sender","query":"12","offset":""}}"""
        ).InlineQuery!;
        var chosen = Parse(
            $$$"""{"update_id":1,"chosen_inline_result":{"result_id":"r","from":{{{Wire.Person}}},"query":"12","inline_message_id":"AgAA"}}"""
        ).ChosenInlineResult!;
        Assert.Equal(("12", ChatType.Sender), (query.Query, query.ChatType));
        Assert.Equal(("r", "AgAA"), (chosen.ResultId, chosen.InlineMessageId));
    }

    [Theory]
    [InlineData("\"Sender\"")]
    [InlineData("\"something new\"")]
    [InlineData("{}")]
    [InlineData("null")]
    public void Only_the_chat_with_the_bot_itself_passes_for_it(string chatType)
    {
        var query = Parse(
            $$$"""{"update_id":1,"inline_query":{"id":"7","from":{{{Wire.Person}}},"chat_type":{{{chatType}}},"query":"12","offset":""}}"""
        ).InlineQuery!;
        Assert.NotEqual(ChatType.Sender, query.ChatType);
    }

    [Theory]
    [InlineData("""{"update_id":5,"quantum_leap":{"a":[{"b":null}]}}""")]
    [InlineData("""{"update_id":5,"poll":{"id":1,"options":"none"},"message":null}""")]
    public void An_unknown_kind_leaves_only_the_id(string json)
    {
        var update = Parse(json);
        Assert.Equal((5, UpdateType.Unknown), (update.Id, update.Type));
    }

    [Fact]
    public void Unknown_fields_and_values_are_tolerated()
    {
        var message = Parse(
            """{"update_id":5,"message":{"message_id":1,"date":1,"chat":{"id":1,"type":"hypergroup","aura":7},"telepathy":{"x":[[]]},"entities":[{"type":"glow","offset":0,"length":1,"hue":3}],"forward_origin":{"type":"dream"},"text":"x"},"next":1}"""
        ).Message!;
        Assert.Equal(((ChatType)0, "x"), (message.Chat.Type, message.Text));
    }

    [Theory]
    [InlineData("\"message_thread_id\":\"five\"")]
    [InlineData("\"photo\":[{\"file_id\":\"A\"},{\"file_id\":{}}]")]
    [InlineData("\"document\":{\"file_name\":\"no id\"}")]
    [InlineData("\"forum_topic_closed\":7,\"is_topic_message\":\"yes\",\"document\":[]")]
    [InlineData("\"migrate_to_chat_id\":1e300")]
    public void A_member_of_a_strange_shape_does_not_cost_the_update(string member)
    {
        var message = Parse(
            $$$"""{"update_id":5,"message":{"message_id":1,"date":1,"chat":{{{Wire.PrivateChat}}},"from":{{{Wire.Person}}},{{{member}}},"text":"/start"}}"""
        ).Message!;
        Assert.Equal(("/start", "Анна"), (message.Text, message.From!.FirstName));
    }

    [Theory]
    [InlineData("via_bot")]
    [InlineData("sender_chat")]
    [InlineData("from")]
    public void A_message_whose_sender_is_strange_is_refused(string member) =>
        Assert.Throws<JsonException>(() =>
            Parse(
                $$$"""{"update_id":5,"message":{"message_id":1,"date":1,"chat":{{{Wire.PrivateChat}}},"{{{member}}}":7,"text":"yes"}}"""
            )
        );

    [Fact]
    public void A_half_letter_costs_its_text_and_not_the_update()
    {
        var message = Parse(
            $$$"""{"update_id":5,"message":{"message_id":1,"date":1,"chat":{{{Wire.PrivateChat}}},"text":"\ud83d"}}"""
        ).Message!;
        Assert.Equal((1, null), (message.Id, message.Text));
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("{\"update_id\":\"5\"}")]
    [InlineData("{\"update_id\":5")]
    [InlineData("{\"update_id\":5}{}")]
    [InlineData("{\"update_id\":5,\"callback_query\":{\"id\":\"1\",\"from\":null}}")]
    [InlineData("{\"update_id\":5,\"message\":{\"message_id\":1,\"date\":1}}")]
    [InlineData("{\"update_id\":5,\"message\":7}")]
    [InlineData(
        "{\"update_id\":5,\"message\":{\"message_id\":1,\"date\":9999999999999,\"chat\":{\"id\":1,\"type\":\"private\"}}}"
    )]
    [InlineData(
        "{\"update_id\":5,\"my_chat_member\":{\"chat\":{\"id\":1,\"type\":\"private\"},\"new_chat_member\":{}}}"
    )]
    public void What_is_no_update_is_refused(string json) => Assert.Throws<JsonException>(() => Parse(json));

    [Fact]
    public void Deep_nesting_is_refused()
    {
        var json = "{\"update_id\":5,\"x\":" + new string('[', 100_000) + new string(']', 100_000) + "}";
        Assert.Throws<JsonException>(() => Parse(json));
    }

    private static Update Parse(string json) => TelegramJson.ParseUpdate(Encoding.UTF8.GetBytes(json));
}
